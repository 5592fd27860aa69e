// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "rulebook/readers.h"

// rules/matters, lists, measures and appointments, one rule per file. What goes too far does not
// load: a list without a national basis (国办发〔2020〕49号), a measure that does not say what it
// has to do with the act and why it is not too much (SD-2020 art. 27), a limit on persons that no
// statute ties to an office.

namespace credence::rulebook {
namespace {

// ---- what rules refer to

void refuse_unknown(MapReader& reader, std::string_view key, const Words& what,
                    const std::string& name, std::string_view folder) {
  const std::string where = "rules/" + std::string(folder) + "/";
  reader.refuse(
      key, {"没有" + what.zh + "“" + name + "”。", "There is no " + what.en + " \"" + name + "\"."},
      {"请改正，或在 " + where + " 中补上。", "Correct it, or add it in " + where + "."});
}

void check_item(MapReader& reader, std::string_view key, const std::string& id) {
  if (reader.source().book.catalogue.find(id) == nullptr)
    refuse_unknown(reader, key, {"事项", "item"}, id, "catalogue");
}

LawLevel level_of(const RuleBook& book, std::string_view basis) {
  const auto law = book.laws.find(basis.substr(0, basis.find('/')));
  return law == book.laws.end() ? LawLevel::standard : law->second.level;
}

bool is_national(LawLevel level) {
  return level == LawLevel::statute || level == LawLevel::regulation ||
         level == LawLevel::central_policy || level == LawLevel::judicial;
}

// 《行政许可法》《行政处罚法》: what takes away rights is founded on statutes and regulations.
bool is_statutory(LawLevel level) {
  return level == LawLevel::statute || level == LawLevel::regulation;
}

// ---- parts

RecordClass read_class(MapReader& reader) {
  RecordClass records;
  records.item = reader.text("item");
  records.categories = reader.texts("categories", Need::may);
  if (reader.has("severities")) records.severities = reader.term_list("severities", severity_terms);
  records.while_valid = reader.flag("while_valid", true);
  check_item(reader, "item", records.item);
  const Item* item = reader.source().book.catalogue.find(records.item);
  const Field* field = item == nullptr ? nullptr : item->with_role(Role::category);
  for (const std::string& category : records.categories) {
    records.numbers.push_back(category_number(category));
    // "其他-" admits what is written after it, so that a category may be one of those.
    const bool open = field != nullptr && std::ranges::any_of(field->choices, [](const auto& one) {
                        return one.ends_with('-');
                      });
    const bool known = field != nullptr && (std::ranges::count(field->choices, category) > 0 ||
                                            (open && category.starts_with("其他-")));
    if (known) continue;
    reader.refuse("categories",
                  {"事项“" + records.item + "”没有类别“" + category + "”。",
                   "The item \"" + records.item + "\" has no category \"" + category + "\"."},
                  {"请按该事项类别字段（role: category）的选项改正。",
                   "Correct it after the choices of the item's field of role category."});
  }
  return records;
}

std::vector<std::string> read_matters(MapReader& reader) {
  auto matters = reader.texts("matters");
  for (const std::string& id : matters) {
    if (!reader.source().book.matters.contains(id))
      refuse_unknown(reader, "matters", {"办理事项", "matter"}, id, "matters");
  }
  return matters;
}

// ---- lists

void check_list_basis(MapReader& reader, const ListRule& list) {
  const auto national = [&](const std::string& basis) {
    return is_national(level_of(reader.source().book, basis));
  };
  if (std::ranges::any_of(list.basis, national)) return;
  reader.refuse("basis",
                {"名单没有国家层面的依据（法律、行政法规或者党中央、国务院政策文件）。",
                 "The list has no national basis: a statute, an administrative regulation or a "
                 "policy of the central authorities."},
                {"请写明国家层面的依据；没有的，不得设列名单（国办发〔2020〕49号）。",
                 "Name it; without one no list may be set up (GBF-2020-49)."});
}

void check_entries(MapReader& reader, const ListRule& list) {
  const RuleBook& book = reader.source().book;
  for (const RecordClass& records : list.entries) {
    const Item* item = book.catalogue.find(records.item);
    if (item == nullptr) continue;
    const bool good = item->nature == Nature::good || item->nature == Nature::other;
    if (list.sort == ListRule::Sort::red && !good) {
      reader.refuse("entries",
                    {"红名单不得以失信信息为准入。", "Dishonesty grounds no entry in a red list."},
                    {"请改用守信信息事项。", "Use an item of good information."});
    }
    if (list.sort != ListRule::Sort::red && item->nature != Nature::dishonesty) {
      reader.refuse("entries",
                    {"“" + item->label.zh + "”不是失信信息，不得据以列入名单。",
                     "\"" + item->label.en + "\" is no dishonesty information (SD-2020 art. 13)."},
                    {"请改用失信信息事项。", "Use an item of dishonesty information."});
    }
  }
}

// A case writes the entry: into a record that says which list it is of.
void check_entry(MapReader& reader, const ListRule& list) {
  const auto names_it = [](const RecordClass& records) { return !records.categories.empty(); };
  if (list.entry.empty() || std::ranges::any_of(list.entries, names_it)) return;
  reader.refuse("entry",
                {"以案件列入的名单，entries 须写明记录的类别（categories）。",
                 "A list that is entered by a case names a category in `entries`."},
                {"请写明类别，或者删去 entry。", "Name it, or leave `entry` out."});
}

}  // namespace

void check_procedure_kind(MapReader& reader, std::string_view key, const std::string& kind) {
  const auto is_kind = [&](const auto& entry) { return entry.second.kind == kind; };
  if (std::ranges::none_of(reader.source().book.procedures, is_kind))
    refuse_unknown(reader, key, {"程序", "procedure of the kind"}, kind, "procedures");
}

void read_matter(const Source& source, const Yaml& document, RuleBook& book) {
  MapReader reader(source, document);
  Matter matter;
  matter.id = stem_of(source.file);
  matter.label = reader.words("label");
  matter.kind = reader.term("kind", matter_kind_terms);
  matter.basis = reader.basis();
  matter.purposes = reader.texts("purposes");
  matter.facts = reader.texts("facts", Need::may);
  matter.provisional = note_provisional(reader, "matters/" + matter.id, book);
  for (const std::string& fact : matter.facts) check_item(reader, "facts", fact);
  for (const std::string& purpose : matter.purposes) {
    if (!book.purposes.contains(purpose))
      refuse_unknown(reader, "purposes", {"查询目的", "purpose"}, purpose, "purposes");
  }
  book.matters.insert_or_assign(matter.id, std::move(matter));
}

void read_list(const Source& source, const Yaml& document, RuleBook& book) {
  MapReader reader(source, document);
  ListRule list;
  list.id = stem_of(source.file);
  list.label = reader.words("label");
  list.sort = reader.term("sort", list_sort_terms);
  list.area = reader.words("area");
  list.basis = reader.bases();
  list.recognised_by = reader.words("recognised_by");
  list.subjects = reader.term_list("subjects", subject_terms);
  reader.each("entries", Need::must,
              [&](MapReader& one) { list.entries.push_back(read_class(one)); });
  list.conditions = reader.words("conditions");
  list.evidence = reader.words("evidence");
  list.removal = reader.words("removal");
  list.publicity = reader.words("publicity");
  list.entry = reader.text("entry", Need::may);
  list.exit = reader.text("exit", Need::may);
  list.objection = reader.text("objection");
  list.term_months = static_cast<int>(reader.integer("term_months", 0, 120, Need::may));
  list.from = read_span(reader, list.to);
  list.provisional = note_provisional(reader, "lists/" + list.id, book);
  check_list_basis(reader, list);
  check_entries(reader, list);
  check_entry(reader, list);
  for (const auto& [key, kind] : {std::pair("entry", list.entry), std::pair("exit", list.exit),
                                  std::pair("objection", list.objection)})
    if (!kind.empty()) check_procedure_kind(reader, key, kind);
  book.lists.insert_or_assign(list.id, std::move(list));
}

namespace {

Ground read_ground(MapReader& reader) {
  Ground ground;
  ground.list = reader.text("list", Need::may);
  if (ground.list.empty()) {
    ground.records = read_class(reader);
  } else if (!reader.source().book.lists.contains(ground.list)) {
    refuse_unknown(reader, "list", {"名单", "list"}, ground.list, "lists");
  }
  return ground;
}

// A reward rests on what is good, a constraint on dishonesty.
void check_grounds(MapReader& reader, const Measure& measure) {
  const RuleBook& book = reader.source().book;
  const bool reward = measure.effect == Measure::Effect::reward;
  for (const Ground& ground : measure.grounds) {
    const auto list = book.lists.find(ground.list);
    const Item* item = book.catalogue.find(ground.records.item);
    const bool good = list != book.lists.end()
                          ? list->second.sort == ListRule::Sort::red
                          : item != nullptr && item->nature != Nature::dishonesty;
    if ((list == book.lists.end() && item == nullptr) || good == reward) continue;
    reader.refuse("grounds",
                  {"激励以守信信息为据，惩戒以失信信息为据，二者不得相反。",
                   "A reward rests on good information, a constraint on dishonesty."},
                  {"请改正 grounds 或者 effect。", "Correct `grounds` or `effect`."});
  }
}

void check_measure(MapReader& reader, const Measure& measure) {
  const bool reward = measure.effect == Measure::Effect::reward;
  if (reward != (measure.sort == Measure::Class::reward)) {
    reader.refuse("class",
                  {"激励措施与惩戒措施的类别不同。", "Rewards and constraints differ in class."},
                  {"请改正 class 或者 effect。", "Correct `class` or `effect`."});
  }
  if (measure.sort != Measure::Class::restricts) return;
  if (is_national(level_of(reader.source().book, measure.basis)) ||
      level_of(reader.source().book, measure.basis) == LawLevel::local_regulation)
    return;
  reader.refuse("basis",
                {"减损权益、增加义务的措施须有法律、法规或者党中央、国务院政策文件依据。",
                 "A measure that reduces rights needs a statute, a regulation or a policy of the "
                 "central authorities."},
                {"请写明依据；没有的，不得采取（国办发〔2020〕49号）。",
                 "Name it; without one it may not be taken (GBF-2020-49)."});
}

}  // namespace

void read_measure(const Source& source, const Yaml& document, RuleBook& book) {
  MapReader reader(source, document);
  Measure measure;
  measure.id = stem_of(source.file);
  measure.label = reader.words("label");
  measure.content = reader.words("content");
  measure.effect = reader.term("effect", measure_effect_terms);
  measure.force = reader.term("force", force_terms);
  measure.sort = reader.term("class", measure_class_terms);
  measure.targets = reader.term_list("targets", target_terms);
  measure.basis = reader.basis();
  measure.carried_out_by = reader.words("carried_out_by");
  reader.each("grounds", Need::must,
              [&](MapReader& one) { measure.grounds.push_back(read_ground(one)); });
  measure.matters = read_matters(reader);
  measure.months = static_cast<int>(reader.integer("months", 0, 600, Need::may));
  measure.relation = reader.words("relation");
  measure.proportion = reader.words("proportion");
  measure.lifted_by = reader.words("lifted_by");
  measure.from = read_span(reader, measure.to);
  measure.provisional = note_provisional(reader, "measures/" + measure.id, book);
  check_grounds(reader, measure);
  check_measure(reader, measure);
  book.measures.insert_or_assign(measure.id, std::move(measure));
}

void read_appointment(const Source& source, const Yaml& document, RuleBook& book) {
  MapReader reader(source, document);
  AppointmentLimit limit;
  limit.id = stem_of(source.file);
  limit.label = reader.words("label");
  limit.office = reader.words("office");
  limit.role = reader.words("role");
  limit.basis = reader.basis();
  reader.each("grounds", Need::must,
              [&](MapReader& one) { limit.grounds.push_back(read_class(one)); });
  limit.matters = read_matters(reader);
  limit.months = static_cast<int>(reader.integer("months", 0, 600, Need::may));
  limit.lifted_by = reader.words("lifted_by");
  limit.from = read_span(reader, limit.to);
  limit.provisional = note_provisional(reader, "appointments/" + limit.id, book);
  for (const std::string& id : limit.matters) {
    const auto matter = book.matters.find(id);
    if (matter == book.matters.end() || matter->second.kind == Matter::Kind::appointment) continue;
    reader.refuse("matters",
                  {"对自然人只能在任职、从业资格事项中适用法定限制。",
                   "What binds a person counts in matters of appointment alone."},
                  {"请只列 kind: appointment 的事项。", "Name matters of `kind: appointment`."});
  }
  if (!is_statutory(level_of(book, limit.basis))) {
    reader.refuse(
        "basis",
        {"对自然人的限制须由法律、行政法规与任职资格相联系。",
         "A limit on persons is tied to an office by a statute or an administrative "
         "regulation."},
        {"请写明该条文；没有的，不得限制。", "Name the article; without one there is no limit."});
  }
  book.appointments.insert_or_assign(limit.id, std::move(limit));
}

}  // namespace credence::rulebook
