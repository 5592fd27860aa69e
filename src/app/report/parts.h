// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/report/report.h"
#include "base/text.h"

// What a printed report says, in Chinese and in order, without saying how it looks: the HTML and
// the PDF are two typesettings of these same parts. Pure functions. All text that comes back is
// printable (see printable); none of it is escaped.

namespace credence::app {

inline constexpr std::string_view report_title = "公共信用信息报告";

// One row of a two-column table.
struct ReportLine {
  std::string label, value;
};

// A heading and its paragraphs, printed after the records.
struct ReportNote {
  std::string heading;
  std::vector<std::string> paragraphs;
};

// Known to those who print parts of a report by this floor's name (base/text.h).
using credence::escaped;
using credence::printable;

// "三", "二十一"; for 1 to 99, digits beyond.
std::string chinese_number(int number);
// "SD-2020/38" as 《山东省社会信用条例》第三十八条; other laws keep their id.
std::string basis_in_words(std::string_view basis);
// "2024-03-01 09:30:00", China time.
std::string moment(Instant instant);

std::string kind_label(std::string_view subject_kind);   // "organization"
std::string scheme_label(std::string_view code_scheme);  // "uscc"
std::string audience_label(std::string_view audience);   // "self"
std::string severity_label(std::string_view severity);   // "minor"; empty for ""

// The name to print: persons whose name is not shown are called so.
std::string subject_title(const ShownSubject& subject);
std::vector<ReportLine> cover_lines(const CreditReport& report);
// "一、基础信息"; `index` counts from 0.
std::string section_heading(const CreditReport& report, std::size_t index);
// Section and count, then the total.
std::vector<ReportLine> summary_lines(const CreditReport& report);
// What stands where a section has no records.
std::string nothing_found(const CreditReport& report);

// "3. 行政处罚：…【异议处理中】"; `number` counts from 1 within its section.
std::string record_heading(const ShownRecord& record, int number);
// Its head, its fields and its marks. Nothing is said twice: a head line whose value a field
// carries too is left to that field.
std::vector<ReportLine> record_lines(const ShownRecord& record);
// Where it comes from, why it is shown, and until when.
std::vector<ReportLine> origin_lines(const ShownRecord& record);

// "自 2026-05-11 起（依据：…）", after the text of a statement.
std::string mark_told(const ShownMark& mark);

// Explains the counts of withheld records; printed also when there are none.
std::string withheld_intro(const CreditReport& report);
// "公示期已届满。（依据 …）"
std::string withheld_reason(const WithheldCount& withheld);

std::vector<ReportNote> notes(const CreditReport& report);
std::string qr_label(const CreditReport& report);

}  // namespace credence::app
