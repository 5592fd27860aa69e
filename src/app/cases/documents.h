// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/access/audit.h"
#include "app/access/sealed_files.h"
#include "app/cases/case.h"
#include "base/clock.h"
#include "rulebook/rulebook.h"
#include "store/database.h"
#include "wire/json.h"

// The files attached to cases: evidence, decisions, commitments. Kept as originals are
// (docs/design/originals.md), below documents/ of the data folder. A file is kept first and
// attached in the transaction of a step; one that no case names goes after a day.

namespace credence::app {

struct KeptDocument {
  std::string sha256;      // hex
  std::string media_type;  // told by its content (document_kind.h)
  std::int64_t bytes = 0;
  std::string name;  // as its sender calls it, without folders and control characters
};
BOOST_DESCRIBE_STRUCT(KeptDocument, (), (sha256, media_type, bytes, name))

// One that a case names.
struct CaseDocument {
  std::string case_number;
  KeptDocument document;
  std::int64_t step = 0;  // of the case, with which it came
};
BOOST_DESCRIBE_STRUCT(CaseDocument, (), (case_number, document, step))

SealedFiles documents(const std::filesystem::path& folder);

// Thread safe.
class CaseDocuments {
 public:
  CaseDocuments(const std::filesystem::path& folder, const Vault& vault, const Clock& clock);

  // Keeps a copy, durable on return; the same bytes are kept once. Errors: invalid
  // ("document.empty", "document.kind", "document.active"), limit ("document.bytes"). Throws
  // Failure (disk full).
  Result<KeptDocument> keep(const rulebook::RuleBook& book, std::string_view name,
                            std::string_view bytes) const;
  // Its bytes. Errors: not_found ("document.not_found"), unavailable ("document.damaged").
  Result<std::string> open(const std::string& sha256) const;
  // Within a work of the facts lane: names a kept file as one of the case's; one that it names
  // already stays as it is. Throws Failure: limit ("document.count"), not_found
  // ("document.not_found").
  void attach(store::Write& write, const rulebook::RuleBook& book,
              const CaseDocument& document) const;
  // Destroys the file with its key; gives how many went, 0 or 1. REQUIRES: no case names it any
  // more, or fsck will miss it.
  std::size_t forget(const std::string& sha256) const;
  // Destroys the files not in `known`, older than a day. Gives how many went.
  std::size_t sweep(const std::set<std::string>& known) const;

 private:
  SealedFiles files_;
  const Vault& vault_;
  const Clock& clock_;
};

// As it is attached to a step, being of one of its procedure's kinds of document.
AttachedDocument attached(const KeptDocument& kept, const std::string& kind);

// Those of a case, by step and name.
std::vector<CaseDocument> documents_of(store::Session& sql, std::string_view case_number);
// The hashes of all that some case names.
std::set<std::string> known_documents(store::Session& sql);

// For fsck: every document a case names against its hash, size and kind; and files that are not
// documents of ours.
void audit_documents(Audit& audit, const Vault& vault);

}  // namespace credence::app
