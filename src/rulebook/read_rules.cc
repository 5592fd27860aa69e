// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <functional>
#include <span>

#include "base/digest.h"
#include "rulebook/readers.h"

// The whole rules folder: every file by its kind, laws first so that each basis can be looked up.

namespace credence::rulebook {
namespace {

using ReadFile = void (*)(const Source&, const Yaml&, RuleBook&);

struct Kind {
  std::string_view folder;
  ReadFile read;
};

// In reading order: a kind refers only to kinds above it. The catalogue comes next, with its shared
// blocks, and then what refers to items.
constexpr std::array<Kind, 12> kinds = {{
    {"laws", read_law},
    {"calendar", read_calendar},
    {"regions", read_regions},
    {"names", read_names},
    {"publicity", read_publicity},
    {"clocks", read_clocks},
    {"purposes", read_purposes},
    {"roles", read_roles},
    {"denied", read_denied},
    {"erasure", read_erasure},
    {"patrol", read_patrol},
    {"rights", read_rights},
}};
constexpr std::array<Kind, 6> kinds_with_items = {{
    {"procedures", read_procedure},
    {"repair", read_repair},
    {"matters", read_matter},
    {"lists", read_list},
    {"measures", read_measure},
    {"appointments", read_appointment},
}};
constexpr std::string_view catalogue = "catalogue";
constexpr std::string_view shared_folder = "catalogue/common/";

// The time limits and numbers the program asks for by name.
constexpr auto clocks_in_use = std::to_array<std::string_view>({"publish.sgs", "press.answer"});
constexpr auto limits_in_use = std::to_array<std::string_view>({"password.length",
                                                                "password.classes",
                                                                "password.history",
                                                                "password.days",
                                                                "sign_in.failures",
                                                                "sign_in.lock_minutes",
                                                                "session.idle_minutes",
                                                                "session.hours",
                                                                "session.most",
                                                                "confirmation.seconds",
                                                                "invitation.hours",
                                                                "signature.seconds",
                                                                "rate.anonymous",
                                                                "rate.account",
                                                                "rate.sign_in",
                                                                "document.bytes",
                                                                "document.count",
                                                                "lists.small_capital",
                                                                "lists.flag_least",
                                                                "lists.growth_percent",
                                                                "lists.small_percent",
                                                                "lists.disputed_percent",
                                                                "lists.undone_percent",
                                                                "lists.surprise_quiet_years",
                                                                "lists.surprise_registered_years"});

using Documents = std::map<std::string, Yaml, std::less<>>;

bool is_case(std::string_view path) { return path.ends_with(".case.yaml"); }
std::string_view folder_of(std::string_view path) { return path.substr(0, path.find('/')); }

bool is_known(std::string_view folder) {
  return folder == catalogue || std::ranges::count(kinds, folder, &Kind::folder) > 0 ||
         std::ranges::count(kinds_with_items, folder, &Kind::folder) > 0;
}

std::string known_folders() {
  std::string names(catalogue);
  for (const Kind& kind : kinds) names += ", " + std::string(kind.folder);
  for (const Kind& kind : kinds_with_items) names += ", " + std::string(kind.folder);
  return names;
}

bool check_path(const std::string& path, Faults& faults) {
  if (!path.ends_with(".yaml")) {
    faults.add({path,
                0,
                {"规则文件的扩展名应为 .yaml。", "Rule files end in .yaml."},
                {"请改名。", "Rename it."}});
    return false;
  }
  if (!is_known(folder_of(path)) || path.find('/') == std::string::npos) {
    faults.add({path,
                0,
                {"没有这一类规则。", "There is no such kind of rule."},
                {"请放入以下文件夹之一：" + known_folders() + "。",
                 "Put it into one of these folders: " + known_folders() + "."}});
    return false;
  }
  return true;
}

Documents parse_all(const RuleFiles& files, Faults& faults) {
  Documents documents;
  for (const auto& [path, content] : files) {
    if (is_case(path) || !check_path(path, faults)) continue;
    if (auto tree = parse_yaml(path, content, faults)) documents.emplace(path, std::move(*tree));
  }
  return documents;
}

void read_kinds(std::span<const Kind> all, const Documents& documents, RuleBook& book,
                Faults& faults) {
  for (const Kind& kind : all) {
    for (const auto& [path, tree] : documents) {
      if (folder_of(path) == kind.folder) kind.read({path, book, faults}, tree, book);
    }
  }
}

void read_catalogue(const Documents& documents, RuleBook& book, Faults& faults) {
  SharedBlocks shared;
  for (const auto& [path, tree] : documents) {
    if (path.starts_with(shared_folder)) shared.emplace(path, tree);
  }
  for (const auto& [path, tree] : documents) {
    if (folder_of(path) != catalogue || path.starts_with(shared_folder)) continue;
    read_item({path, book, faults}, tree, shared, book);
  }
}

void miss_clock(std::string_view id, Faults& faults) {
  const std::string name(id);
  faults.add({"clocks",
              0,
              {"缺少期限“" + name + "”。", "The clock \"" + name + "\" is missing."},
              {"请在 rules/clocks/ 中补上。", "Add it in rules/clocks/."}});
}

void check_clocks(const RuleBook& book, Faults& faults) {
  for (const auto id : clocks_in_use) {
    if (std::ranges::count(book.clocks, id, &ClockRule::id) == 0) miss_clock(id, faults);
  }
  for (const auto id : limits_in_use) {
    if (std::ranges::count(book.limits, id, &LimitRule::id) == 0) miss_clock(id, faults);
  }
}

void check_ceiling(const RuleBook& book, Faults& faults) {
  const auto& rules = book.publicity;
  const std::string file = "publicity/ceiling.yaml";
  if (rules.ceiling_basis.empty()) {
    faults.add({file,
                0,
                {"缺少披露期限上限。", "The ceiling on disclosure is missing."},
                {"请写明 SD-2020/38 的五年上限及其适用的规则。",
                 "State the five years of SD-2020/38 and the rules they bind."}});
  }
  for (const std::string& rule : rules.ceiling_rules) {
    if (rules.knows(rule)) continue;
    faults.add({file,
                0,
                {"没有公示规则“" + rule + "”。", "There is no publicity rule \"" + rule + "\"."},
                {"请改正 rules 中的名称。", "Correct the name under rules."}});
  }
}

// The catalogue is read after the law of repair.
void check_repair_items(const RuleBook& book, Faults& faults) {
  for (const RepairEdition& edition : book.repair) {
    for (const RepairExclusion& exclusion : edition.exclusions) {
      for (const std::string& item : exclusion.items) {
        if (book.catalogue.find(item) != nullptr) continue;
        faults.add(
            {"repair/" + edition.id + ".yaml",
             0,
             {"目录中没有事项“" + item + "”。", "The catalogue has no item \"" + item + "\"."},
             {"请改正 exclusions 中的名称。", "Correct the name under exclusions."}});
      }
    }
  }
}

// Cases keep the text of the procedure they run under.
void keep_texts(const RuleFiles& files, RuleBook& book) {
  for (auto& [id, procedure] : book.procedures) {
    procedure.text = files.at("procedures/" + id + ".yaml");
    procedure.hash = to_hex(sha256(procedure.text));
  }
}

void keep_citations(const Documents& documents, RuleBook& book) {
  for (const auto& [path, tree] : documents) add_citations(path, tree, book.citations);
  std::ranges::sort(book.citations);
  const auto doubled = std::ranges::unique(book.citations);
  book.citations.erase(doubled.begin(), doubled.end());
}

std::string edition_of(const RuleFiles& files) {
  Sha256Stream stream;
  for (const auto& [path, content] : files) {
    if (is_case(path)) continue;
    stream.add(path + '\n' + std::to_string(content.size()) + '\n');
    stream.add(content);
  }
  return to_hex(stream.finish()).substr(0, 16);
}

}  // namespace

std::string stem_of(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return std::string(name.substr(0, name.rfind('.')));
}

bool note_provisional(MapReader& reader, const std::string& rule, RuleBook& book) {
  const auto what = reader.provisional();
  if (what) book.provisional.push_back(rule + ": " + *what);
  return what.has_value();
}

Reading read_rules(const RuleFiles& files) {
  Faults faults;
  const auto book = std::make_shared<RuleBook>();
  const Documents documents = parse_all(files, faults);
  read_kinds(kinds, documents, *book, faults);
  read_catalogue(documents, *book, faults);
  read_kinds(kinds_with_items, documents, *book, faults);
  check_clocks(*book, faults);
  check_ceiling(*book, faults);
  check_repair_items(*book, faults);
  book->edition = edition_of(files);
  if (!faults.all().empty()) return {nullptr, faults.all()};
  keep_texts(files, *book);
  keep_citations(documents, *book);
  book->files = files;
  std::erase_if(book->files, [](const auto& entry) { return is_case(entry.first); });
  return {book, {}};
}

}  // namespace credence::rulebook
