// SPDX-License-Identifier: Apache-2.0
#include "app/access/shown_marks.h"

#include "app/access/audit.h"

namespace credence::app {
namespace {

using domain::Attested;
using domain::Audience;
using store::Lane;
using store::MarkKind;

constexpr int page = 10'000;

ShownMark named(MarkKind kind) {
  switch (kind) {
    case MarkKind::disputed:
      return {"disputed", {"异议处理中", "under objection"}, {}, {}, {}, {}};
    case MarkKind::repaired:
      return {"repaired", {"已完成信用修复", "repaired"}, {}, {}, {}, {}};
    case MarkKind::withdrawn:
      return {"withdrawn", {"已撤回", "withdrawn"}, {}, {}, {}, {}};
    case MarkKind::lifted:
      return {"lifted", {"暂时解除惩戒措施", "measures lifted for the time being"}, {}, {}, {}, {}};
    case MarkKind::statement:
      return {"statement", {"信用主体声明", "the subject's statement"}, {}, {}, {}, {}};
    case MarkKind::corrected:
      return {"corrected", {"已依法更正", "corrected"}, {}, {}, {}, {}};
  }
  throw Failure(make_error(ErrorCode::internal, "record.mark_unknown",
                           {"记录的标记种类无法识别，数据可能已损坏。",
                            "A record's mark is of an unknown kind; the data may be damaged."},
                           {"请运行 credence fsck。", "Run credence fsck."}));
}

// Who takes part in a case, or supervises it, may ask for it by its number.
bool sees_case(Audience audience) {
  return audience != Audience::open && audience != Audience::consented;
}

void expect_mark(Audit& audit, const store::AttestedMark& one) {
  const auto& mark = one.mark;
  const std::string where = "mark on record " + std::to_string(mark.subject.value) + "/" +
                            std::to_string(mark.record.value) + ", entry ";
  audit.expect(Lane::facts, static_cast<std::uint64_t>(mark.leaf),
               {Attested::record_marked, one.salt, store::mark_statement(mark)}, "fsck.mark",
               where + std::to_string(mark.leaf));
  if (mark.end_leaf >= 0) {
    return audit.expect(
        Lane::facts, static_cast<std::uint64_t>(mark.end_leaf),
        {Attested::record_mark_ended, one.end_salt, store::mark_end_statement(mark)}, "fsck.mark",
        where + std::to_string(mark.end_leaf));
  }
  if (mark.to == end_of_time && one.end_salt.empty()) return;
  audit.differ("fsck.mark", where + std::to_string(mark.leaf),
               {"标记的终止没有日志条目。", "The end of a mark has no entry in the log."});
}

}  // namespace

MarksInForce::MarksInForce(store::Session& sql, std::span<const SubjectId> subjects,
                           Instant known_at) {
  for (auto& mark : store::marks_of(sql, subjects, known_at)) {
    const std::pair key(mark.subject, mark.record);
    marks_[key].push_back(std::move(mark));
  }
}

domain::RecordMarks MarksInForce::of(SubjectId subject, RecordKey record) const {
  domain::RecordMarks all;
  const auto at = marks_.find({subject, record});
  if (at == marks_.end()) return all;
  for (const auto& mark : at->second) {
    all.disputed |= mark.kind == MarkKind::disputed;
    all.repaired |= mark.kind == MarkKind::repaired;
    all.withdrawn |= mark.kind == MarkKind::withdrawn;
    all.lifted |= mark.kind == MarkKind::lifted;
  }
  return all;
}

bool MarksInForce::out_of_use(SubjectId subject, RecordKey record) const {
  const auto marks = of(subject, record);
  return marks.repaired || marks.withdrawn;
}

std::vector<ShownMark> MarksInForce::shown(SubjectId subject, RecordKey record,
                                           Audience audience) const {
  std::vector<ShownMark> all;
  const auto at = marks_.find({subject, record});
  if (at == marks_.end()) return all;
  for (const auto& mark : at->second) {
    ShownMark& shown = all.emplace_back(named(mark.kind));
    shown.since = mark.from;
    shown.basis = mark.basis;
    if (sees_case(audience)) shown.case_number = mark.case_number;
    if (mark.kind == MarkKind::statement) shown.text = mark.text;
  }
  return all;
}

void audit_marks(Audit& audit) {
  std::int64_t after = -1;
  for (;;) {
    const auto marks = store::attested_marks(audit.facts(), after, page);
    for (const auto& one : marks) expect_mark(audit, one);
    audit.count("marks", static_cast<std::int64_t>(marks.size()));
    if (marks.size() < static_cast<std::size_t>(page)) break;
    after = marks.back().mark.leaf;
  }
  audit.check_accounted(Lane::facts, {Attested::record_marked, Attested::record_mark_ended});
}

}  // namespace credence::app
