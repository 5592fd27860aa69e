// SPDX-License-Identifier: Apache-2.0
#include "app/check/check_files.h"

#include <algorithm>
#include <fstream>

#include "app/access/named_code.h"
#include "base/digest.h"
#include "base/text.h"
#include "domain/disclosure.h"
#include "wire/csv.h"
#include "wire/from_json.h"

namespace credence::app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t rows_max = 100'000, at_once = 1'000;
constexpr std::int64_t kept_micros = 30LL * 24 * 60 * 60 * 1'000'000;

// What was asked; written once.
struct Asked {
  std::string number, matter, purpose, business, unit;
  Instant begun;
  std::int64_t rows = 0;
};
BOOST_DESCRIBE_STRUCT(Asked, (), (number, matter, purpose, business, unit, begun, rows))

// How far it is; written after each thousand. What stands in the answers behind `bytes` was cut by
// a crash and is written again.
struct Progress {
  std::int64_t done = 0, found = 0, refused = 0, bytes = 0;
  std::string sha256;  // once done
};
BOOST_DESCRIBE_STRUCT(Progress, (), (done, found, refused, bytes, sha256))

Error not_found() {
  return make_error(
      ErrorCode::not_found, "check.file_not_found",
      {"没有这个核查文件，或者不是本单位的。",
       "There is no such file of checks, or it is another unit's."},
      {"请核对编号；结果保留三十日。", "Check the number; results are kept thirty days."});
}

Error wrong_size(std::size_t rows) {
  if (rows == 0)
    return make_error(ErrorCode::invalid, "check.file_empty",
                      {"文件中没有代码。", "The file has no codes."},
                      {"请给出一列统一社会信用代码。", "Give a column of credit codes."});
  return make_error(ErrorCode::invalid, "check.file_long",
                    {"一个文件最多核查 100000 个主体。", "A file checks at most 100 000 subjects."},
                    {"请拆成几个文件。", "Split it."});
}

std::string read_whole(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void write_whole(const fs::path& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary);
  out << bytes;
  out.close();
  if (!out)
    throw Failure(make_error(ErrorCode::unavailable, "file.unwritable",
                             {"磁盘写入失败。", "The disk refuses to be written."},
                             {"请检查磁盘空间。", "Check disk space."}));
}

// Stands in the list of codes where that of a person stood, before the masked one.
constexpr std::string_view personal = "person ";

// A code as it is kept: numbers of persons are not, even where they are only refused.
std::string kept_code(const std::string& code) {
  const auto named = named_code(code);
  if (!named.scheme || !domain::is_personal(*named.scheme)) return code;
  return std::string(personal) + domain::masked(domain::Mask::id_number, named.code);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (const auto one : split(text, "\n")) {
    if (!one.empty()) lines.emplace_back(one);
  }
  return lines;
}

template <class T>
std::optional<T> read_json(const fs::path& path) {
  boost::system::error_code fault;
  const auto value = boost::json::parse(read_whole(path), fault);
  if (fault) return std::nullopt;
  auto read = wire::from_json<T>(value);
  return read ? std::optional<T>(std::move(*read)) : std::nullopt;
}

// In one step, so that a crash leaves the one before.
void replace_whole(const fs::path& path, const std::string& bytes) {
  const fs::path part = path.string() + ".part";
  write_whole(part, bytes);
  fs::rename(part, path);
}

bool is_number(std::string_view number) {
  return number.size() == 19 && number.starts_with("HP") &&
         std::ranges::all_of(number.substr(2), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == '-';
         });
}

Error no_persons() {
  return make_error(ErrorCode::forbidden, "check.file_person",
                    {"文件核查只限组织；自然人应逐一在请求正文中核查。",
                     "A file checks organisations alone; persons are checked one by one."},
                    {"请从文件中去掉证件号码。", "Take identity numbers out of the file."},
                    "SD-2020/20");
}

std::string labels_in(const boost::json::value& answer, const char* part) {
  std::string text;
  for (const auto& one : answer.at(part).as_array())
    text += (text.empty() ? "" : "；") + std::string(one.at("label").at("zh").as_string());
  return text;
}

std::string table_row(const boost::json::value& line) {
  const std::string code(line.at("code").as_string());
  const auto* refused = line.as_object().if_contains("refused");
  if (refused != nullptr)
    return wire::csv_cell(code) + ",,,,,," +
           wire::csv_cell(std::string(refused->at("message").at("zh").as_string())) + "\r\n";
  const auto& answer = line.at("answer");
  return wire::csv_cell(code) + "," + wire::csv_cell(std::string(answer.at("name").as_string())) +
         "," + (answer.at("found").as_bool() ? "有" : "无") + "," +
         wire::csv_cell(labels_in(answer, "constraints")) + "," +
         wire::csv_cell(labels_in(answer, "rewards")) + "," +
         wire::csv_cell(std::string(answer.at("number").as_string())) + ",\r\n";
}

}  // namespace

std::string refused_line(const std::string& code, const Error& error) {
  return boost::json::serialize(
      boost::json::object{{"code", code},
                          {"refused",
                           {{"id", error.id},
                            {"message", {{"zh", error.message.zh}, {"en", error.message.en}}},
                            {"remedy", {{"zh", error.remedy.zh}, {"en", error.remedy.en}}}}}});
}

CheckFiles::CheckFiles(fs::path folder, const Checks& checks, AccessLedger& ledger,
                       const Clock& clock, Random& random)
    : folder_(std::move(folder) / "checks"),
      checks_(checks),
      ledger_(ledger),
      clock_(clock),
      random_(random),
      thread_([this] { loop(); }) {}

CheckFiles::~CheckFiles() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    wake_.notify_all();
  }
  thread_.join();
}

fs::path CheckFiles::place(std::string_view number) const { return folder_ / number; }

bool CheckFiles::is_running(std::string_view number) const {
  const std::lock_guard lock(mutex_);
  return running_ == number || std::ranges::count(waiting_, number, &Task::number) > 0;
}

Result<CheckFileState> CheckFiles::begin(const rulebook::RuleBook& book, const Permit& permit,
                                         std::string_view matter,
                                         const std::vector<std::string>& codes) {
  if (codes.empty() || codes.size() > rows_max) return wrong_size(codes.size());
  // What would refuse every line refuses the file.
  if (auto may = checks_.serves(book, permit, matter); !may) return may.error();
  Asked asked;
  asked.number = "HP" + digits_of(clock_.now().day()) + "-" + to_hex(random_.bytes(4));
  asked.matter = matter;
  asked.purpose = permit.question().purpose;
  asked.business = permit.question().matter;
  asked.unit = permit.unit();
  asked.begun = clock_.now();
  asked.rows = static_cast<std::int64_t>(codes.size());
  const auto at = place(asked.number);
  fs::create_directories(at);
  fs::permissions(at, fs::perms::owner_all);
  std::string text;
  for (const std::string& code : codes) text += kept_code(code) + "\n";
  write_whole(at / "codes.txt", text);
  write_whole(at / "asked.json", wire::to_line(asked));
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back({&book, permit, asked.number});
    wake_.notify_one();
  }
  return state(asked.unit, asked.number);
}

Result<CheckFileState> CheckFiles::go_on(const rulebook::RuleBook& book, const Permit& permit,
                                         std::string_view number) {
  auto now = state(permit.unit(), number);
  if (!now || now->state != "interrupted") return now;
  const bool same =
      now->purpose == permit.question().purpose && now->business == permit.question().matter;
  if (!same) {
    return make_error(
        ErrorCode::forbidden, "check.file_other",
        {"目的或办件编号与开始时不同。", "Purpose or case number are not those it was begun with."},
        {"请用开始时的目的和办件编号。", "Give those it was begun with."});
  }
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back({&book, permit, std::string(number)});
    wake_.notify_one();
  }
  return state(permit.unit(), number);
}

Result<CheckFileState> CheckFiles::state(std::string_view unit, std::string_view number) const {
  const auto asked =
      is_number(number) ? read_json<Asked>(place(number) / "asked.json") : std::optional<Asked>();
  if (!asked || asked->unit != unit) return not_found();
  const auto progress = read_json<Progress>(place(number) / "progress.json").value_or(Progress());
  const char* state = progress.done == asked->rows ? "done"
                      : is_running(number)         ? "running"
                                                   : "interrupted";
  return CheckFileState{asked->number,  asked->matter,    asked->purpose, asked->business,
                        asked->unit,    asked->begun,     asked->rows,    progress.done,
                        progress.found, progress.refused, state,          progress.sha256};
}

Result<std::string> CheckFiles::answers(std::string_view unit, std::string_view number) const {
  if (auto known = state(unit, number); !known) return known.error();
  const auto progress = read_json<Progress>(place(number) / "progress.json").value_or(Progress());
  return read_whole(place(number) / "answers.jsonl")
      .substr(0, static_cast<std::size_t>(progress.bytes));
}

Result<std::string> CheckFiles::table(std::string_view unit, std::string_view number) const {
  const auto lines = answers(unit, number);
  if (!lines) return lines.error();
  std::string out =
      std::string(wire::csv_begin) + "代码,名称,有无在行措施,限制,激励,核查编号,未核查的原因\r\n";
  for (const std::string& line : lines_of(*lines)) out += table_row(boost::json::parse(line));
  return out;
}

std::size_t CheckFiles::sweep() const {
  std::size_t gone = 0;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder_, ignored)) {
    const auto asked = read_json<Asked>(entry.path() / "asked.json");
    if (!asked || clock_.now().micros() - asked->begun.micros() < kept_micros) continue;
    fs::remove_all(entry.path(), ignored);
    ++gone;
  }
  return gone;
}

void CheckFiles::loop() {
  for (;;) {
    std::unique_lock lock(mutex_);
    wake_.wait(lock, [&] { return stopping_ || !waiting_.empty(); });
    if (stopping_) return;
    Task task = std::move(waiting_.front());
    waiting_.pop_front();
    running_ = task.number;
    lock.unlock();
    try {  // the catch site of a batch (DESIGN 9): it stands as interrupted and can be gone on with
      run(task);
    } catch (const std::exception&) {
    }
    lock.lock();
    running_.clear();
  }
}

void CheckFiles::run(const Task& task) {
  const auto at = place(task.number);
  const auto asked = read_json<Asked>(at / "asked.json");
  if (!asked) return;
  const auto codes = lines_of(read_whole(at / "codes.txt"));
  auto progress = read_json<Progress>(at / "progress.json").value_or(Progress());
  const auto path = at / "answers.jsonl";
  if (!fs::exists(path)) write_whole(path, "");
  fs::resize_file(path, static_cast<std::uintmax_t>(progress.bytes));
  std::ofstream out(path, std::ios::binary | std::ios::app);
  while (progress.done < std::ssize(codes)) {
    {
      const std::lock_guard lock(mutex_);
      if (stopping_) return;
    }
    const auto from = static_cast<std::size_t>(progress.done);
    const std::span<const std::string> some(codes.data() + from,
                                            std::min(at_once, codes.size() - from));
    for (const std::string& line : check_some(task, asked->matter, some)) {
      out << line << '\n';
      ++progress.done;
      progress.bytes += static_cast<std::int64_t>(line.size()) + 1;
      if (line.find(",\"refused\":{") != std::string::npos) ++progress.refused;
      if (line.find("\"found\":true") != std::string::npos) ++progress.found;
    }
    out.flush();
    if (!out) return;
    if (progress.done == std::ssize(codes)) progress.sha256 = to_hex(sha256(read_whole(path)));
    replace_whole(at / "progress.json", wire::to_line(progress));
  }
}

// A line for each code, once all of them are entered in the ledger.
std::vector<std::string> CheckFiles::check_some(const Task& task, const std::string& matter,
                                                std::span<const std::string> codes) const {
  std::vector<CheckQuestion> questions;
  std::vector<std::string> lines;
  std::vector<std::size_t> places;
  for (const std::string& code : codes) {
    if (code.starts_with(personal)) {
      lines.push_back(refused_line(code.substr(personal.size()), no_persons()));
      continue;
    }
    auto question = checks_.question(*task.book, task.permit, code, matter);
    lines.push_back(question ? code : refused_line(code, question.error()));
    if (!question) continue;
    places.push_back(lines.size() - 1);
    questions.push_back(std::move(*question));
  }
  const auto texts =
      ledger_.release(task.permit, checks_.check(*task.book, task.permit, questions));
  for (std::size_t i = 0; i < texts.size(); ++i)
    lines[places[i]] = R"({"code":")" + lines[places[i]] + R"(","answer":)" + texts[i].json + "}";
  return lines;
}

}  // namespace credence::app
