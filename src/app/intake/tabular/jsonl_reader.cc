// SPDX-License-Identifier: Apache-2.0
#include <simdjson.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "app/intake/tabular/encoding.h"
#include "app/intake/tabular/faults.h"
#include "app/intake/tabular/readers.h"
#include "base/text.h"

namespace credence::app {
namespace {

namespace ondemand = simdjson::ondemand;

constexpr std::size_t header_lines = 100;  // whose keys make the header

// Lines of a text file, without their ends; a line far too long comes cut, and says so.
class Lines {
 public:
  Lines(std::unique_ptr<Utf8File> file, std::size_t longest)
      : file_(std::move(file)), longest_(longest) {}

  struct Line {
    std::int64_t number = 0;
    std::string_view text;
    bool too_long = false;
  };
  std::optional<Line> next() {
    for (bool cut = false;;) {
      const auto end = buffer_.find('\n', at_);
      if (end != std::string::npos) {
        Line line{++number_,
                  cut ? std::string_view(kept_) : std::string_view(buffer_).substr(at_, end - at_),
                  cut};
        at_ = end + 1;
        return line;
      }
      if (buffer_.size() - at_ > longest_) {
        if (!cut) kept_ = clip(std::string_view(buffer_).substr(at_), shown_bytes);
        cut = true;
        at_ = buffer_.size();
      }
      buffer_.erase(0, at_);
      at_ = 0;
      if (file_->read(buffer_)) continue;
      if (buffer_.empty() && !cut) return std::nullopt;
      buffer_ += '\n';
    }
  }
  const Utf8File& file() const { return *file_; }

 private:
  std::unique_ptr<Utf8File> file_;
  std::size_t longest_;
  std::string buffer_, kept_;
  std::size_t at_ = 0;
  std::int64_t number_ = 0;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// RFC 8259, 6. Checked here because numbers are kept as written, however long.
bool is_json_number(std::string_view text) {
  const auto digits = [&text] {
    std::size_t count = 0;
    for (; !text.empty() && is_digit(text.front()); ++count) text.remove_prefix(1);
    return count;
  };
  if (text.starts_with('-')) text.remove_prefix(1);
  const bool zero = text.starts_with('0');
  const std::size_t whole = digits();
  if (whole == 0 || (zero && whole > 1)) return false;
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    if (digits() == 0) return false;
  }
  if (text.starts_with('e') || text.starts_with('E')) {
    text.remove_prefix(1);
    if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
    if (digits() == 0) return false;
  }
  return text.empty();
}

// One line as an object, its fields in order.
class LineParser {
 public:
  // Calls visit(key, value) for each field until it says false. False when the line is no JSON
  // object.
  template <class Visit>
  bool each_field(std::string_view line, Visit visit) {
    padded_.assign(line);
    padded_.reserve(line.size() + simdjson::SIMDJSON_PADDING);
    ondemand::document document;
    ondemand::object object;
    if (parser_.iterate(padded_.data(), padded_.size(), padded_.capacity()).get(document) !=
        simdjson::SUCCESS)
      return false;
    if (document.get_object().get(object) != simdjson::SUCCESS) return false;
    for (auto each : object) {
      ondemand::field field;
      std::string_view key;
      if (std::move(each).get(field) != simdjson::SUCCESS ||
          field.unescaped_key().get(key) != simdjson::SUCCESS)
        return false;
      if (!visit(trim(key), field.value())) return false;
    }
    // Behind the object nothing may stand; the parser then has no place to speak of.
    const char* rest = nullptr;
    return document.current_location().get(rest) != simdjson::SUCCESS;
  }

 private:
  std::string padded_;
  ondemand::parser parser_;
};

class JsonLinesTable final : public Table {
 public:
  JsonLinesTable(std::unique_ptr<Utf8File> file, std::vector<std::string> header,
                 const TableLimits& limits)
      : lines_(std::move(file), limits.cell_bytes * 4),
        limits_(limits),
        header_(std::move(header)) {
    notes_.format = "jsonl";
    notes_.encoding = lines_.file().encoding();
    for (std::size_t i = 0; i < header_.size(); ++i) columns_.emplace(header_[i], i);
  }

  const std::vector<std::string>& header() const override { return header_; }
  const TableNotes& notes() const override { return notes_; }
  std::uint64_t bytes_read() const override { return lines_.file().bytes_read(); }

  bool next_block(RowBlock& block, std::size_t max_rows) override {
    while (block.size() < max_rows && block.bytes() < block_bytes) {
      const auto line = lines_.next();
      if (!line) break;
      if (!trim(line->text).empty()) put(block, *line);
    }
    return block.size() > 0;
  }

 private:
  void put(RowBlock& block, const Lines::Line& line) {
    block.begin_row(line.number);
    values_.assign(header_.size(), {});
    given_.assign(header_.size(), false);
    std::vector<Error> faults;
    const auto visit = [&](std::string_view key, ondemand::value value) {
      return read(std::string(key), value, faults);
    };
    std::optional<Error> broken;
    if (line.too_long) {
      broken = long_cell_fault(limits_.cell_bytes);
    } else if (contains(line.text, replacement)) {
      broken = encoding_fault();
    } else if (!parser_.each_field(line.text, visit)) {
      broken = json_fault();
    }
    if (broken) {
      block.add_cell(clip(line.text, shown_bytes));
      block.add_fault(std::move(*broken));
    } else {
      for (const auto& value : values_) block.add_cell(value);
      for (auto& fault : faults) block.add_fault(std::move(fault));
    }
    block.end_row();
  }

  // False when the value is not JSON.
  bool read(const std::string& key, ondemand::value value, std::vector<Error>& faults) {
    std::string text;
    bool nested = false;
    if (!read_value(value, text, nested)) return false;
    const auto column = columns_.find(key);
    if (column == columns_.end()) {
      if (faults.size() < faults_per_row) faults.push_back(unknown_key_fault(key));
      return true;
    }
    if (given_[column->second] && faults.size() < faults_per_row)
      faults.push_back(doubled_key_fault(key));
    given_[column->second] = true;
    if (nested) add_fault(faults, nested_fault(key));
    if (text.find('\0') != std::string::npos) add_fault(faults, nul_fault());
    if (text.size() > limits_.cell_bytes) {
      add_fault(faults, long_cell_fault(limits_.cell_bytes));
      text = std::string(clip(text, shown_bytes));
    }
    values_[column->second] = std::move(text);
    return true;
  }

  static bool read_value(ondemand::value value, std::string& text, bool& nested) {
    ondemand::json_type type;
    if (value.type().get(type) != simdjson::SUCCESS) return false;
    if (type == ondemand::json_type::number) {
      text = trim(std::string_view(value.raw_json_token()));
      return is_json_number(text);
    }
    if (type == ondemand::json_type::string) {
      std::string_view string;
      if (value.get_string().get(string) != simdjson::SUCCESS) return false;
      text = string;
      return true;
    }
    if (type == ondemand::json_type::boolean) {
      bool truth = false;
      if (value.get_bool().get(truth) != simdjson::SUCCESS) return false;
      text = truth ? "true" : "false";
      return true;
    }
    nested = type != ondemand::json_type::null;
    return nested || trim(std::string_view(value.raw_json_token())) == "null";
  }

  Lines lines_;
  TableLimits limits_;
  std::vector<std::string> header_;
  TableNotes notes_;
  std::map<std::string, std::size_t, std::less<>> columns_;
  LineParser parser_;
  std::vector<std::string> values_;
  std::vector<bool> given_;  // by column: this line had its key
};

std::vector<std::string> keys_of(std::unique_ptr<Utf8File> file, const TableLimits& limits) {
  Lines lines(std::move(file), limits.cell_bytes * 4);
  LineParser parser;
  std::vector<std::string> keys, found;
  std::set<std::string, std::less<>> known;
  for (std::size_t objects = 0; objects < header_lines && keys.size() <= limits.columns;) {
    const auto line = lines.next();
    if (!line) break;
    found.clear();
    // As much of a key as tells that it is too long.
    const auto visit = [&](std::string_view key, ondemand::value) {
      if (!known.contains(key)) found.emplace_back(clip(key, header_bytes + 4));
      return true;
    };
    if (line->too_long || !parser.each_field(line->text, visit)) continue;
    ++objects;
    for (auto& key : found) {
      if (known.insert(key).second) keys.push_back(std::move(key));
    }
  }
  return keys;
}

}  // namespace

Result<std::unique_ptr<Table>> open_jsonl(SharedFile file, const TableLimits& limits) {
  auto probe = Utf8File::open(file);
  if (!probe) return probe.error();
  auto header = tidy_header(keys_of(std::move(*probe), limits), limits);
  if (!header) return header.error();
  auto text = Utf8File::open(std::move(file));
  if (!text) return text.error();
  return std::unique_ptr<Table>(
      std::make_unique<JsonLinesTable>(std::move(*text), std::move(*header), limits));
}

}  // namespace credence::app
