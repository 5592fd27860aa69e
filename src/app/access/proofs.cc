// SPDX-License-Identifier: Apache-2.0
#include "app/access/proofs.h"

#include <array>

#include "ledger/entry.h"
#include "ledger/merkle.h"

namespace credence::app {
namespace {

using domain::Attested;

struct Kind {
  Attested kind;
  std::string_view name, zh, en;
};
constexpr std::array<Kind, 21> kinds = {{
    {Attested::batch_received, "batch_received", "收到报送文件", "a file was received"},
    {Attested::row_added, "row_added", "该行已接收，成为新记录",
     "the row was accepted as a new record"},
    {Attested::row_changed, "row_changed", "该行已接收，成为记录的新版本",
     "the row was accepted as a new version of a record"},
    {Attested::row_duplicate, "row_duplicate", "该行已接收，与已有记录相同",
     "the row was accepted; it says what was known already"},
    {Attested::row_refused, "row_refused", "该行被拒收，原因如下",
     "the row was refused, for the reasons given"},
    {Attested::rows_committed, "rows_committed", "一批行已入库", "a chunk of rows was stored"},
    {Attested::batch_done, "batch_done", "报送处理完毕", "the submission was completed"},
    {Attested::subject, "subject", "组织的代码和名称", "an organisation's code and name"},
    {Attested::edition, "edition", "规则版本生效", "a rule edition was put in force"},
    {Attested::dictionary, "dictionary", "压缩字典", "a packing dictionary"},
    {Attested::report, "report", "出具信用报告", "a credit report was issued"},
    {Attested::report_form, "report_form", "给出报告文件", "a report's file was given out"},
    {Attested::access, "access", "一次查询", "a look at a subject"},
    {Attested::erasure_proposed, "erasure_proposed", "提出销毁", "an erasure was proposed"},
    {Attested::erasure, "erasure", "依法销毁", "a lawful erasure"},
    {Attested::list_state, "list_state", "名单状态", "who stood in a list"},
    {Attested::cosigned, "cosigned", "见证他人的检查点", "another log's checkpoint was cosigned"},
    {Attested::registered, "registered", "登记簿中的一次变更", "a change of the register"},
    {Attested::record_marked, "record_marked", "记录加注标记", "a mark was put on a record"},
    {Attested::record_mark_ended, "record_mark_ended", "记录标记终止", "a mark on a record ended"},
    {Attested::administration, "administration", "管理操作", "an act of administration"},
}};

const Kind* find_kind(Attested kind) {
  for (const auto& one : kinds) {
    if (one.kind == kind) return &one;
  }
  return nullptr;
}

Error refused(std::string id, std::string zh, std::string en) {
  return make_error(ErrorCode::forbidden, std::move(id), {std::move(zh), std::move(en)},
                    {"请向签发机构取得原文件；如与其现行答复不符，可凭原证明提出异议。",
                     "Get the original file; where the issuer's present answer differs, the "
                     "original proof stands "
                     "for your objection."});
}

// The kind the entry must have been of, so that its hash and path lead to the root.
std::optional<Attested> kind_that_fits(const ledger::Proof& proof, const ledger::Checkpoint& head,
                                       const Digest& commitment) {
  for (const auto& one : kinds) {
    const auto entry = ledger::entry_of(static_cast<unsigned char>(one.kind), commitment);
    if (ledger::verify_inclusion(proof.index, head.size, ledger::leaf_hash(entry), proof.path,
                                 head.root)) {
      return one.kind;
    }
  }
  return std::nullopt;
}

}  // namespace

bool attests(std::string_view entry, const Attestation& a) {
  return entry == ledger::entry_of(static_cast<unsigned char>(a.kind),
                                   ledger::commitment(a.salt, a.statement));
}

std::string proof_text(store::Session& sql, store::Lane lane, std::uint64_t leaf,
                       const Attestation& attestation) {
  const auto head = store::log_head(sql, lane);
  return ledger::to_text(ledger::Proof{
      attestation.salt + attestation.statement, leaf,
      ledger::inclusion_proof(store::log_nodes(sql, lane), leaf, head.size), head.checkpoint});
}

Result<VerifiedProof> verify_proof(std::string_view text,
                                   std::span<const ledger::VerifierKey> keys) {
  const auto proof = ledger::parse_proof(text);
  if (!proof) return proof.error();
  const auto opened = ledger::open_checkpoint(proof->checkpoint, keys);
  if (!opened) return opened.error();
  const std::string_view extra = proof->extra;
  if (extra.size() <= ledger::salt_bytes) {
    return refused("proof.altered", "证明中没有陈述内容。", "The proof holds no statement.");
  }
  VerifiedProof verified;
  verified.statement = extra.substr(ledger::salt_bytes);
  verified.index = proof->index;
  verified.checkpoint = opened->checkpoint;
  const auto commitment =
      ledger::commitment(extra.substr(0, ledger::salt_bytes), verified.statement);
  const auto kind = kind_that_fits(*proof, opened->checkpoint, commitment);
  if (!kind) {
    return refused("proof.altered", "所载内容、位置或路径与签名日志不符：文件被改动过。",
                   "What it says, its place or its path is not what was logged and signed: the "
                   "file was altered.");
  }
  verified.kind = *kind;
  const auto good = ledger::verify_note(opened->note, keys).or_throw();
  for (const auto& one : good) {
    verified.signed_by.push_back(
        one.by->name + (one.time == 0 ? "" : " @ " + to_string(Instant(one.time * 1'000'000))));
  }
  return verified;
}

std::string_view kind_name(Attested kind) {
  const auto* one = find_kind(kind);
  return one == nullptr ? "unknown" : one->name;
}

Words kind_words(Attested kind) {
  const auto* one = find_kind(kind);
  return one == nullptr ? Words{"未知", "unknown"}
                        : Words{std::string(one->zh), std::string(one->en)};
}

}  // namespace credence::app
