// SPDX-License-Identifier: Apache-2.0
#include "simulation/submission.h"

#include <array>

#include "base/money.h"
#include "simulation/records.h"

namespace credence::simulation {
namespace {

using Cells = std::vector<std::string>;

constexpr std::array<std::string_view, 9> registration_headers = {
    "企业名称", "统一社会信用代码", "注册日期", "企业类型", "注册资金",
    "经营范围", "所在省份",         "地区",     "注册地址"};
constexpr std::array<std::string_view, 13> party_headers = {"行政相对人名称",
                                                            "行政相对人类别",
                                                            "行政相对人代码_1(统一社会信用代码)",
                                                            "行政相对人代码_2(工商注册号)",
                                                            "行政相对人代码_3(组织机构代码)",
                                                            "行政相对人代码_4(税务登记号)",
                                                            "行政相对人代码_5(事业单位证书号)",
                                                            "行政相对人代码_6(社会组织登记证号)",
                                                            "法定代表人",
                                                            "法定代表人证件类型",
                                                            "法定代表人证件号码",
                                                            "证件类型",
                                                            "证件号码"};
constexpr std::array<std::string_view, 15> permit_headers = {"行政许可决定文书名称",
                                                             "行政许可决定文书号",
                                                             "许可类别",
                                                             "许可证书名称",
                                                             "许可编号",
                                                             "许可内容",
                                                             "许可决定日期",
                                                             "有效期自",
                                                             "有效期至",
                                                             "许可机关",
                                                             "许可机关统一社会信用代码",
                                                             "当前状态",
                                                             "数据来源单位",
                                                             "数据来源单位统一社会信用代码",
                                                             "备注"};
constexpr std::array<std::string_view, 18> penalty_headers = {
    "行政处罚决定书文号",
    "违法行为类型",
    "违法事实",
    "处罚依据",
    "处罚类别",
    "处罚内容",
    "罚款金额（万元）",
    "没收违法所得、没收非法财物的金额（万元）",
    "暂扣或吊销证照名称及编号",
    "处罚决定日期",
    "处罚有效期",
    "公示截止期",
    "处罚机关",
    "处罚机关统一社会信用代码",
    "数据来源单位",
    "数据来源单位统一社会信用代码",
    "备注",
    "处罚程序"};
constexpr std::array<std::string_view, 12> honour_headers = {
    "行政相对人名称",   "行政相对人类别",
    "统一社会信用代码", "法定代表人",
    "荣誉名称",         "荣誉级别",
    "认定文号",         "认定日期",
    "认定单位",         "认定单位统一社会信用代码",
    "数据来源单位",     "数据来源单位统一社会信用代码"};

// Where faults are planted, by table.
constexpr std::array<std::size_t, 3> registration_required = {0, 1, 1};
constexpr std::array<std::size_t, 4> penalty_required = {0, 13, 16, 25};
constexpr std::array<std::size_t, 3> penalty_texts = {14, 15, 16};
constexpr std::array<std::size_t, 4> permit_required = {0, 13, 18, 22};
constexpr std::array<std::size_t, 2> permit_texts = {13, 18};
constexpr std::array<std::size_t, 2> honour_required = {0, 4};
constexpr std::array<std::size_t, 1> honour_texts = {4};

FaultPlaces places(Kind kind) {
  FaultPlaces at;
  at.code = kind == Kind::registrations ? 1 : 2;
  if (at.code == 2) at.kind = 1;
  switch (kind) {
    case Kind::registrations:
      at.text = 5;
      at.date = 2;
      at.required = registration_required;
      break;
    case Kind::honours:
      at.text = 4;
      at.date = 7;
      at.required = honour_required;
      at.texts = honour_texts;
      break;
    case Kind::permits:
      at.text = 18;
      at.date = 19;
      at.long_cell = 13;
      at.long_limit = 64;
      at.required = permit_required;
      at.texts = permit_texts;
      break;
    case Kind::penalties:
      at.text = 15;
      at.date = 22;
      at.end = 23;
      at.fine = 19;
      at.long_cell = 13;
      at.long_limit = 128;
      at.required = penalty_required;
      at.texts = penalty_texts;
      break;
  }
  return at;
}

// Those a row is born with are made by changing the finished row here, where the columns are known.
Fault plant_own(Fault fault, Kind kind, const Province& province, Cells& cells) {
  const FaultPlaces at = places(kind);
  switch (fault) {
    case Fault::future_date: {
      cells[at.date].clear();
      append_date(cells[at.date], province.today().plus_days(400), DateForm::slash);
      return fault;
    }
    case Fault::amount_in_yuan:
      if (kind != Kind::penalties || cells[at.fine].empty()) return Fault::none;
      cells[at.fine] = "20000";
      return fault;
    case Fault::simplified_procedure:
      if (kind != Kind::penalties) return Fault::none;
      cells.back() = "简易程序";
      return fault;
    default:
      return Fault::none;
  }
}

bool is_own(Fault fault) {
  return fault == Fault::future_date || fault == Fault::amount_in_yuan ||
         fault == Fault::simplified_procedure;
}

template <std::size_t N>
void add(std::vector<app::WriterColumn>& columns, const std::array<std::string_view, N>& headers) {
  for (const auto header : headers) columns.push_back({std::string(header), "", {}, false});
}

std::string day_text(Date day, DateForm form = DateForm::slash) {
  std::string text;
  append_date(text, day, form);
  return text;
}

std::string amount(std::int64_t yuan) {
  return yuan == 0 ? std::string() : to_ten_thousand_yuan(Money(yuan * 100));
}

std::string number_of(const BodyFacts& body, std::string_view what, Date day, std::uint64_t i) {
  return body.mark + std::string(what) + "〔" + std::to_string(day.year()) + "〕" +
         std::to_string(i + 1) + "号";
}

void append_all(Cells& cells, std::initializer_list<std::string> more) {
  cells.insert(cells.end(), more);
}

}  // namespace

std::string_view item_of(Kind kind) {
  switch (kind) {
    case Kind::registrations:
      return "organization_registration";
    case Kind::permits:
      return "permit";
    case Kind::penalties:
      return "penalty";
    case Kind::honours:
      return "honour";
  }
  return "";
}

std::vector<app::WriterColumn> columns(Kind kind) {
  std::vector<app::WriterColumn> all;
  if (kind == Kind::registrations) add(all, registration_headers);
  if (kind == Kind::honours) add(all, honour_headers);
  if (kind == Kind::permits || kind == Kind::penalties) add(all, party_headers);
  if (kind == Kind::permits) add(all, permit_headers);
  if (kind == Kind::penalties) add(all, penalty_headers);
  return all;
}

// Most rows are sent within a few days of the decision; the late ones lie up to two years back.
Date RowMaker::decided_on(Dice& dice) const {
  const auto days = province_.working_days();
  const bool late = dice.chance(plan_.late_per_million);
  return days[days.size() - 1 -
              static_cast<std::size_t>(late ? 15 + dice.below(480) : dice.below(5))];
}

void RowMaker::add_party(Cells& cells) const {
  const bool business = party_.kind == OrganizationKind::individual_business;
  cells = {party_.name,
           business ? "个体工商户" : "法人及非法人组织",
           party_.uscc,
           "",
           "",
           "",
           "",
           "",
           party_.representative,
           "",
           "",
           "",
           ""};
}

void RowMaker::add_penalty(std::uint64_t i, Dice& dice, Cells& cells) {
  const Matter& matter = draw_matter(party_.sector, dice);
  const BodyFacts& body = province_.body(matter.office, Level::county, party_.county);
  const Date day = decided_on(dice);
  Sentence sentence;
  sentence.sanctions = matter.sanctions[dice.chance(800'000) ? 0 : dice.below(3)];
  if (has(sentence.sanctions, fine))
    sentence.fine = dice.between(matter.fine_low / 100, matter.fine_high / 100) * 100;
  if (has(sentence.sanctions, gains)) sentence.gains = dice.between(1, 90) * 100;
  if (has(sentence.sanctions, goods)) sentence.goods = dice.between(1, 50) * 100;
  const bool licensed = has(sentence.sanctions, suspension) || has(sentence.sanctions, revocation);
  const std::string licence =
      licensed ? std::string(matter.licence) + std::to_string(10'000'000 + i) : std::string();
  sentence.licence = licence;
  const Place& place = province_.counties()[party_.county];
  std::string facts, kinds, content;
  const Blanks blanks{party_.name, place.full, day.plus_days(-30), dice.between(1, 400) * 50};
  append_filled(facts, draw_opening(dice), blanks);
  append_filled(facts, dice.pick(matter.facts), blanks);
  append_filled(facts, draw_closing(dice), blanks);
  append_kinds(kinds, sentence.sanctions);
  append_sentence(content, sentence);
  append_all(cells, {number_of(body, "罚", day, i), std::string(matter.violation), facts,
                     std::string(matter.basis), kinds, content, amount(sentence.fine),
                     amount(sentence.gains + sentence.goods), licence, day_text(day),
                     day_text(day.plus_months(12)), "", body.name, body.uscc, body.name, body.uscc,
                     "", "普通程序"});
}

void RowMaker::add_permit(std::uint64_t i, Dice& dice, Cells& cells) {
  const Permit& permit = draw_permit(party_.sector, dice);
  const BodyFacts& body = province_.body(permit.office, Level::county, party_.county);
  const Date day = decided_on(dice);
  std::string content;
  append_filled(content, dice.pick(permit.content),
                {party_.name, province_.counties()[party_.county].full, day, 0});
  const std::string certificate = permit.certificate.empty()
                                      ? std::string()
                                      : std::string(permit.prefix) + std::to_string(10'000'000 + i);
  append_all(cells,
             {std::string(permit.title), number_of(body, "许", day, i), std::string(permit.kind),
              std::string(permit.certificate), certificate, content, day_text(day), day_text(day),
              permit.months == 0 ? "2099/12/31" : day_text(day.plus_months(permit.months)),
              body.name, body.uscc, "1", body.name, body.uscc, ""});
}

void RowMaker::add_registration(std::uint64_t i, Cells& cells) {
  const OrganizationFacts facts = province_.organization(i % province_.organizations());
  cells = {facts.name,
           facts.uscc,
           day_text(facts.registered_on, DateForm::iso),
           std::string(facts.type),
           facts.capital,
           facts.scope,
           "山东",
           facts.city,
           facts.address};
}

void RowMaker::add_honour(std::uint64_t i, Dice& dice, Cells& cells) {
  const Honour& honour = draw_honour(party_.sector, dice);
  const BodyFacts& body = province_.body(honour.office, Level::city, party_.county);
  const Date day = decided_on(dice);
  const bool business = party_.kind == OrganizationKind::individual_business;
  cells = {party_.name,
           business ? "个体工商户" : "法人及非法人组织",
           party_.uscc,
           party_.representative,
           std::string(honour.name),
           "市级",
           number_of(body, "表", day, i),
           day_text(day),
           body.name,
           body.uscc,
           body.name,
           body.uscc};
}

void RowMaker::make_clean(std::uint64_t i, Cells& cells) {
  if (plan_.kind == Kind::registrations) {
    province_.party(i % province_.organizations(), party_);
    return add_registration(i, cells);
  }
  Dice dice(province_.seed() + static_cast<std::uint64_t>(plan_.kind) * 1'000'003, Stream::record,
            i);
  province_.party(province_.draw(dice), party_);
  if (plan_.kind == Kind::honours) return add_honour(i, dice, cells);
  add_party(cells);
  plan_.kind == Kind::permits ? add_permit(i, dice, cells) : add_penalty(i, dice, cells);
}

Fault RowMaker::make(std::uint64_t i, Cells& cells) {
  Dice dice(province_.seed() + static_cast<std::uint64_t>(plan_.kind), Stream::fault, i);
  if (!dice.chance(plan_.fault_per_million)) {
    make_clean(i, cells);
    return Fault::none;
  }
  const auto fault = static_cast<Fault>(1 + dice.below(fault_kinds - 1));
  if (fault == Fault::duplicate_row && i > plan_.first) {
    make_clean(i - 1, cells);
    return fault;
  }
  make_clean(i, cells);
  if (is_own(fault)) return plant_own(fault, plan_.kind, province_, cells);
  return fault == Fault::duplicate_row
             ? Fault::none
             : plant(fault, province_, party_, places(plan_.kind), dice, cells);
}

std::vector<std::uint64_t> write_rows(const Province& province, const SubmissionPlan& plan,
                                      app::TableWriter& writer) {
  std::vector<std::uint64_t> planted(fault_kinds);
  RowMaker maker(province, plan);
  Cells cells;
  std::vector<std::string_view> views;
  for (std::uint64_t i = plan.first; i < plan.first + plan.rows; ++i) {
    ++planted[static_cast<std::size_t>(maker.make(i, cells))];
    views.assign(cells.begin(), cells.end());
    writer.write(views);
  }
  return planted;
}

}  // namespace credence::simulation
