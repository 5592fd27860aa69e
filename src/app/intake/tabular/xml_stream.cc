// SPDX-License-Identifier: Apache-2.0
#include "app/intake/tabular/xml_stream.h"

#include <array>
#include <charconv>
#include <utility>

#include "app/intake/tabular/faults.h"
#include "app/intake/tabular/limits.h"
#include "base/text.h"

namespace credence::app {
namespace {

// ECMA-376 part 2, 9.1.4: a part holds no DTD.
Error dtd() {
  return file_error("xml_dtd",
                    {"XLSX 中含有 DTD 声明，表格文件不允许，已拒收。",
                     "The XLSX holds a DTD, which no spreadsheet may; it was refused."},
                    {"请核对文件来源；用表格软件打开后另存一份再报送。",
                     "Check where it comes from; open it in a spreadsheet, save it anew and send "
                     "that."});
}

Error too_deep() {
  return file_error(
      "xml_depth",
      {"XLSX 的标记嵌套超过 " + std::to_string(xml_depth) + " 层，已拒收。",
       "The XLSX nests tags more than " + std::to_string(xml_depth) + " deep and was refused."},
      {"请核对文件来源；用表格软件打开后另存一份再报送。",
       "Check where it comes from; open it in a spreadsheet, save it anew and send "
       "that."});
}

std::string_view without_prefix(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

constexpr std::array<std::pair<std::string_view, char>, 5> entities = {
    {{"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"quot", '"'}, {"apos", '\''}}};

bool append_entity(std::string_view name, std::string& out) {
  for (const auto& [known, character] : entities) {
    if (name == known) {
      out += character;
      return true;
    }
  }
  if (name.size() < 2 || name.front() != '#') return false;
  const bool hex = name[1] == 'x';
  std::uint32_t code = 0;
  const char* begin = name.data() + (hex ? 2 : 1);
  const auto [end, fault] = std::from_chars(begin, name.data() + name.size(), code, hex ? 16 : 10);
  if (fault != std::errc{} || end != name.data() + name.size() || code > 0x10FFFF) return false;
  out += to_utf8(std::u32string(1, static_cast<char32_t>(code)));
  return true;
}

}  // namespace

void append_unescaped(std::string_view xml, std::string& out) {
  for (;;) {
    const auto mark = xml.find('&');
    out.append(xml.substr(0, mark));
    if (mark == std::string_view::npos) return;
    xml.remove_prefix(mark);
    const auto end = xml.find(';');
    if (end != std::string_view::npos && end < 12 && append_entity(xml.substr(1, end - 1), out)) {
      xml.remove_prefix(end + 1);
    } else {
      out += '&';
      xml.remove_prefix(1);
    }
  }
}

bool XmlStream::more() {
  if (buffer_.size() - at_ > xml_token_bytes) return false;
  buffer_.erase(0, at_);
  at_ = 0;
  return read_(buffer_);
}

std::size_t XmlStream::find(std::string_view part, std::size_t from) {
  for (;;) {
    const auto found = buffer_.find(part, at_ + from);
    if (found != std::string::npos) return found - at_;
    const std::size_t have = buffer_.size() - at_;
    from = std::max(from, have < part.size() ? 0 : have - part.size() + 1);
    if (!more()) return std::string::npos;
  }
}

XmlStream::Event XmlStream::text_until(std::size_t end) {
  text_.clear();
  append_unescaped(std::string_view(buffer_).substr(at_, end), text_);
  at_ += end;
  return Event::text;
}

void XmlStream::count_depth(bool closing) {
  if (closing) {
    depth_ -= depth_ > 0 ? 1 : 0;
  } else if (++depth_ > xml_depth) {
    throw Failure(too_deep());
  }
}

std::optional<XmlStream::Event> XmlStream::tag() {
  if (std::string_view(buffer_).substr(at_).starts_with("<!DOCTYPE")) throw Failure(dtd());
  for (const auto& [begin, end] :
       {std::pair<std::string_view, std::string_view>{"<!--", "-->"}, {"<?", "?>"}, {"<!", ">"}}) {
    if (std::string_view(buffer_).substr(at_).starts_with(begin) &&
        !std::string_view(buffer_).substr(at_).starts_with("<![CDATA[")) {
      const auto stop = find(end, begin.size());
      if (stop == std::string::npos) return Event::end;
      at_ += stop + end.size();
      return std::nullopt;
    }
  }
  if (std::string_view(buffer_).substr(at_).starts_with("<![CDATA[")) {
    const auto stop = find("]]>", 9);
    if (stop == std::string::npos) return Event::end;
    text_ = buffer_.substr(at_ + 9, stop - 9);
    at_ += stop + 3;
    return Event::text;
  }
  const auto stop = find(">", 1);
  if (stop == std::string::npos) return Event::end;
  std::string_view inside = std::string_view(buffer_).substr(at_ + 1, stop - 1);
  const bool closing = inside.starts_with('/');
  if (closing) inside.remove_prefix(1);
  close_next_ = inside.ends_with('/');
  if (close_next_) inside.remove_suffix(1);
  const auto space = inside.find_first_of(" \t\r\n");
  name_ = without_prefix(inside.substr(0, space));
  attributes_ = space == std::string_view::npos ? std::string_view{} : inside.substr(space);
  at_ += stop + 1;
  if (!close_next_) count_depth(closing);
  return closing ? Event::close : Event::open;
}

XmlStream::Event XmlStream::next() {
  if (std::exchange(close_next_, false)) return Event::close;
  for (;;) {
    while (buffer_.size() - at_ < 12 && more()) {
    }
    if (at_ >= buffer_.size()) return Event::end;
    if (buffer_[at_] != '<') break;
    if (const auto event = tag()) return *event;
  }
  const auto end = find("<", 0);
  return text_until(end == std::string::npos ? buffer_.size() - at_ : end);
}

std::string_view XmlStream::attribute(std::string_view name) const {
  const std::string_view all = attributes_;
  for (std::size_t at = 0; (at = all.find(name, at)) != std::string_view::npos; at += name.size()) {
    const bool whole = at > 0 && (all[at - 1] == ' ' || all[at - 1] == ':' || all[at - 1] == '\n' ||
                                  all[at - 1] == '\t');
    if (!whole || all.substr(at + name.size(), 2).size() < 2 || all[at + name.size()] != '=')
      continue;
    const char mark = all[at + name.size() + 1];
    const auto begin = at + name.size() + 2;
    const auto end = all.find(mark, begin);
    return end == std::string_view::npos ? std::string_view{} : all.substr(begin, end - begin);
  }
  return {};
}

}  // namespace credence::app
