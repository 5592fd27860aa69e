// SPDX-License-Identifier: Apache-2.0
#include "rulebook/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <tuple>
#include <utility>

#include "base/text.h"

namespace credence::rulebook {
namespace {

int line_of(const YAML::Mark& mark) { return mark.line + 1; }

// Builds our tree from the parser's events, where doubled keys and plain texts are still what was
// written.
class TreeBuilder final : public YAML::EventHandler {
 public:
  TreeBuilder(const std::string& file, Faults& faults) : file_(file), faults_(faults) {}

  int documents() const { return documents_; }
  bool sound() const { return sound_; }
  Yaml take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ == 2) {
      refuse(line_of(mark),
             {"一个文件里有两份文档（---）。", "The file holds two documents (---)."},
             {"请拆成两个文件。", "Split it into two files."});
    }
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    place(leaf(Yaml::Kind::empty, mark, {}));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    refuse_anchor(mark, 1);
    place(leaf(Yaml::Kind::empty, mark, {}));
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    place(leaf(Yaml::Kind::scalar, mark, value));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(Yaml::Kind::sequence, mark, tag, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(Yaml::Kind::map, mark, tag, anchor);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Frame {
    Yaml node;
    std::optional<Yaml> key;  // of a map, when its value is still to come
  };

  static Yaml leaf(Yaml::Kind kind, const YAML::Mark& mark, std::string text) {
    Yaml node;
    node.kind = kind;
    node.line = line_of(mark);
    node.text = std::move(text);
    return node;
  }

  void open(Yaml::Kind kind, const YAML::Mark& mark, const std::string& tag,
            YAML::anchor_t anchor) {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    open_.push_back({leaf(kind, mark, {}), {}});
  }

  void close() {
    Yaml node = std::move(open_.back().node);
    open_.pop_back();
    place(std::move(node));
  }

  void place(Yaml node) {
    if (open_.empty()) {
      root_ = std::move(node);
    } else if (open_.back().node.kind == Yaml::Kind::sequence) {
      open_.back().node.items.push_back(std::move(node));
    } else if (!open_.back().key) {
      open_.back().key = std::move(node);
    } else {
      Yaml key = *std::exchange(open_.back().key, std::nullopt);
      enter(open_.back().node, std::move(key), std::move(node));
    }
  }

  void enter(Yaml& map, Yaml key, Yaml value) {
    if (key.kind != Yaml::Kind::scalar) {
      refuse(key.line, {"键必须是文字。", "A key must be plain text."},
             {"请写成“键: 值”。", "Write \"key: value\"."});
      return;
    }
    const auto before = std::ranges::find(map.entries, key.text, &Yaml::Entry::key);
    if (before != map.entries.end()) {
      refuse(key.line,
             {"键“" + key.text + "”重复，第 " + std::to_string(before->line) + " 行已经写过。",
              "Duplicate key \"" + key.text + "\": line " + std::to_string(before->line) +
                  " has it already."},
             {"请只保留一处。", "Keep one of them."});
      return;
    }
    map.entries.push_back({std::move(key.text), key.line, std::move(value)});
  }

  void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor == 0) return;
    refuse(
        line_of(mark),
        {"规则文件不使用锚点和引用（& 和 *）。", "Rule files use no anchors or aliases (& and *)."},
        {"请把内容写出来；文字以 & 或 * 开头时加引号。",
         "Write the content out; quote a text that begins with & or *."});
  }

  void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
    // "" and "?" stand for plain values, "!" for quoted ones.
    if (tag.empty() || tag == "?" || tag == "!") return;
    refuse(
        line_of(mark),
        {"规则文件不使用类型标签“" + tag + "”。", "Rule files use no type tags (\"" + tag + "\")."},
        {"请去掉标签；文字以 ! 开头时加引号。",
         "Remove the tag; quote a text that begins with !."});
  }

  void refuse(int line, Words message, Words remedy) {
    sound_ = false;
    faults_.add({file_, line, std::move(message), std::move(remedy)});
  }

  const std::string& file_;
  Faults& faults_;
  std::vector<Frame> open_;
  Yaml root_;
  int documents_ = 0;
  bool sound_ = true;
};

// Runs the library over the text. False, with a fault, when it finds no YAML there.
bool run_parser(const std::string& file, const std::string& content, TreeBuilder& builder,
                Faults& faults) {
  std::istringstream stream(content);
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
    return true;
  } catch (const YAML::Exception& wrong) {
    faults.add(
        {file,
         line_of(wrong.mark),
         {"不是合法的 YAML：" + wrong.msg + "。", "Not valid YAML: " + wrong.msg + "."},
         {"请检查该行的缩进、引号和冒号。", "Check indentation, quotes and colons on this line."}});
    return false;
  }
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

}  // namespace

void Faults::add(RuleFault fault) {
  const auto same = [&](const RuleFault& known) {
    return std::tie(known.file, known.line, known.message) ==
           std::tie(fault.file, fault.line, fault.message);
  };
  if (std::ranges::none_of(all_, same)) all_.push_back(std::move(fault));
}

std::optional<Yaml> parse_yaml(const std::string& file, const std::string& content,
                               Faults& faults) {
  if (!is_valid_utf8(content)) {
    faults.add({file,
                0,
                {"文件不是 UTF-8 编码。", "The file is not UTF-8."},
                {"请另存为 UTF-8。", "Save it as UTF-8."}});
    return std::nullopt;
  }
  TreeBuilder builder(file, faults);
  if (!run_parser(file, content, builder, faults) || !builder.sound()) return std::nullopt;
  if (builder.documents() == 0) {
    faults.add({file,
                0,
                {"文件是空的。", "The file is empty."},
                {"请填写内容或删除文件。", "Fill it in or delete it."}});
    return std::nullopt;
  }
  return builder.take();
}

Yaml with_text_replaced(const Yaml& node, std::string_view from, std::string_view to) {
  Yaml copy = node;
  replace_all(copy.text, from, to);
  for (Yaml& item : copy.items) item = with_text_replaced(item, from, to);
  for (Yaml::Entry& entry : copy.entries) {
    replace_all(entry.key, from, to);
    entry.value = with_text_replaced(entry.value, from, to);
  }
  return copy;
}

}  // namespace credence::rulebook
