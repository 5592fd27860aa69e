// SPDX-License-Identifier: Apache-2.0
#include "app/cases/documents.h"

#include "app/cases/document_kind.h"
#include "base/text.h"
#include "store/session.h"

namespace credence::app {
namespace {

constexpr std::size_t name_bytes = 200;
constexpr std::int64_t day_micros = 24LL * 60 * 60 * 1'000'000;

Error empty() {
  return make_error(ErrorCode::invalid, "document.empty", {"文件是空的。", "The file is empty."},
                    {"请核对后重新上传。", "Check it and send it again."}, "SD-2020/39");
}

Error not_kept() {
  return make_error(ErrorCode::not_found, "document.not_found",
                    {"没有留存该文件。", "No such file is kept."},
                    {"请重新上传。", "Send it again."}, "SD-2020/39");
}

Error too_large(const rulebook::LimitRule& most) {
  const std::string mebibytes = std::to_string(most.value >> 20);
  return make_error(
      ErrorCode::limit, "document.bytes",
      {"文件超过 " + mebibytes + " MiB。", "The file exceeds " + mebibytes + " MiB."},
      {"请降低扫描分辨率，或分成几个文件。", "Scan it at a lower resolution, or send it in parts."},
      most.basis);
}

Error too_many(const rulebook::LimitRule& most) {
  const std::string count = std::to_string(most.value);
  return make_error(
      ErrorCode::limit, "document.count",
      {"一件业务最多附 " + count + " 个文件。", "A case takes at most " + count + " documents."},
      {"请合并后上传。", "Combine some of them."}, most.basis);
}

// Also those that turn the direction of writing, by which a name can look like another.
bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

std::string plain_name(std::string_view name) {
  const auto folder = name.find_last_of("/\\");
  if (folder != std::string_view::npos) name.remove_prefix(folder + 1);
  auto text = to_code_points(name);
  std::erase_if(text, is_control);
  return std::string(clip(to_utf8(text), name_bytes));
}

CaseDocument document_at(store::Cursor& row) {
  return {std::string(row.bytes(0)),
          {std::string(row.bytes(1)), std::string(row.bytes(3)), row.number(4),
           std::string(row.bytes(2))},
          row.number(5)};
}

constexpr const char* columns =
    "SELECT case_number, sha256, name, media, bytes, step FROM case_document ";

}  // namespace

SealedFiles documents(const std::filesystem::path& folder) { return {folder, "document"}; }

CaseDocuments::CaseDocuments(const std::filesystem::path& folder, const Vault& vault,
                             const Clock& clock)
    : files_(documents(folder)), vault_(vault), clock_(clock) {}

Result<KeptDocument> CaseDocuments::keep(const rulebook::RuleBook& book, std::string_view name,
                                         std::string_view bytes) const {
  if (bytes.empty()) return empty();
  const auto& most = book.limit("document.bytes", clock_.now().day());
  if (std::ssize(bytes) > most.value) return too_large(most);
  auto media_type = media_type_of(bytes);
  if (!media_type) return media_type.error();
  const auto facts = text_facts(bytes);
  files_.keep_bytes(vault_, bytes, facts);
  return KeptDocument{facts.sha256, std::move(*media_type), std::ssize(bytes), plain_name(name)};
}

Result<std::string> CaseDocuments::open(const std::string& sha256) const {
  return files_.open(vault_, sha256);
}

void CaseDocuments::attach(store::Write& write, const rulebook::RuleBook& book,
                           const CaseDocument& document) const {
  const auto& kept = document.document;
  if (!files_.renew(kept.sha256)) throw Failure(not_kept());
  const auto before = documents_of(write.sql, document.case_number);
  for (const auto& one : before) {
    if (one.document.sha256 == kept.sha256) return;
  }
  const auto& most = book.limit("document.count", write.now.day());
  if (std::ssize(before) >= most.value) throw Failure(too_many(most));
  write.sql.run(
      "INSERT INTO case_document (case_number, sha256, name, media, bytes, step) VALUES ($1, $2, "
      "$3, $4, $5, $6)",
      {document.case_number, kept.sha256, kept.name, kept.media_type, kept.bytes, document.step});
}

std::size_t CaseDocuments::forget(const std::string& sha256) const {
  return files_.destroy(sha256) ? 1 : 0;
}

std::size_t CaseDocuments::sweep(const std::set<std::string>& known) const {
  return files_.sweep(known, Instant(clock_.now().micros() - day_micros));
}

AttachedDocument attached(const KeptDocument& kept, const std::string& kind) {
  return {kind, kept.sha256, kept.name, kept.media_type, kept.bytes};
}

std::vector<CaseDocument> documents_of(store::Session& sql, std::string_view case_number) {
  const auto rows = sql.query(
      std::string(columns) + "WHERE case_number = $1 ORDER BY step, name, sha256", {case_number});
  std::vector<CaseDocument> all;
  while (rows->next()) all.push_back(document_at(*rows));
  return all;
}

std::set<std::string> known_documents(store::Session& sql) {
  const auto rows = sql.query("SELECT sha256 FROM case_document");
  std::set<std::string> known;
  while (rows->next()) known.emplace(rows->bytes(0));
  return known;
}

// ---- fsck

namespace {

void check_document(Audit& audit, const Vault& vault, const CaseDocument& one) {
  audit.count("documents");
  const std::string where = "document " + one.document.sha256 + " of case " + one.case_number;
  const auto bytes = documents(audit.folder()).open(vault, one.document.sha256);
  if (!bytes) return audit.differ("fsck.document", where, bytes.error().message);
  const auto media_type = media_type_of(*bytes);
  if (media_type && *media_type == one.document.media_type &&
      std::ssize(*bytes) == one.document.bytes)
    return;
  audit.differ("fsck.document", where,
               {"附件的登记与文件不符。", "The row of a document is not what its file is."});
}

bool is_ours(const SealedFiles& files, const Vault& vault, const std::filesystem::path& file) {
  if (file.extension() == ".part") return true;  // a crash, or somebody keeping one just now
  const std::string sha256 = file.stem().string();
  return file == files.path(sha256) && files.check(vault, sha256).has_value();
}

}  // namespace

void audit_documents(Audit& audit, const Vault& vault) {
  std::set<std::string> known;
  const auto rows =
      audit.facts().query(std::string(columns) + "ORDER BY case_number, step, sha256");
  while (rows->next()) {
    const auto one = document_at(*rows);
    known.insert(one.document.sha256);
    check_document(audit, vault, one);
  }
  const auto files = documents(audit.folder());
  files.each([&](const std::filesystem::path& file) {
    if (known.contains(file.stem().string()) && file == files.path(file.stem().string())) return;
    if (is_ours(files, vault, file)) return audit.count("documents that no case names");
    audit.differ("fsck.document", std::filesystem::relative(file, audit.folder()).generic_string(),
                 {"不是平台留存的附件。", "It is no document the platform kept."});
  });
}

}  // namespace credence::app
