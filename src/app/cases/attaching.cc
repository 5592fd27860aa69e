// SPDX-License-Identifier: Apache-2.0
#include "app/cases/attaching.h"

#include "app/cases/document_kind.h"

namespace credence::app {

AttachedDocument attached(const KeptDocument& kept, const std::string& kind) {
  return {kind, kept.sha256, kept.name, kept.media_type, kept.bytes};
}

Result<std::vector<AttachedDocument>> as_kept(const CaseDocuments& documents,
                                              const std::vector<AttachedDocument>& given) {
  std::vector<AttachedDocument> all = given;
  for (AttachedDocument& one : all) {
    const auto bytes = documents.open(one.sha256);
    if (!bytes) return bytes.error();
    const auto media = media_type_of(*bytes);
    if (!media) return media.error();
    one.media = *media;
    one.bytes = std::ssize(*bytes);
  }
  return all;
}

std::function<void(store::Write&, const rulebook::RuleBook&, const CaseHead&, const CaseStep&)>
attaching(const CaseDocuments& documents) {
  return [&documents](store::Write& write, const rulebook::RuleBook& book, const CaseHead& head,
                      const CaseStep& step) {
    for (const auto& one : step.body.documents)
      documents.attach(write, book,
                       {head.number, {one.sha256, one.media, one.bytes, one.name}, step.step});
  };
}

}  // namespace credence::app
