// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

// A forward reader of the XML that spreadsheets are made of, in bounded memory: tags and texts, no
// entities but the five of XML and character references (so nothing can be expanded into more than
// it is). Throws Failure at a DTD ("intake.xml_dtd") and at tags nested without end
// ("intake.xml_depth").

namespace credence::app {

class XmlStream {
 public:
  // `read` appends more bytes to its argument and says whether there were any.
  explicit XmlStream(std::function<bool(std::string&)> read) : read_(std::move(read)) {}

  enum class Event : std::uint8_t { open, close, text, end };
  // A tag without content gives `open`, then `close`.
  Event next();
  // Of an open or close event: the name without its prefix.
  std::string_view name() const { return name_; }
  // Of an open event: an attribute's value as written, without entities resolved; empty when
  // absent.
  std::string_view attribute(std::string_view name) const;
  // Of a text event: with entities resolved.
  const std::string& text() const { return text_; }

 private:
  bool more();
  void count_depth(bool closing);
  // The place of `part` at or behind from; reads on until it is there.
  std::size_t find(std::string_view part, std::size_t from);
  std::optional<Event> tag();  // nothing for a comment or a processing instruction
  Event text_until(std::size_t end);

  std::function<bool(std::string&)> read_;
  std::string buffer_;
  std::size_t at_ = 0, depth_ = 0;
  std::string name_, attributes_, text_;
  bool close_next_ = false;
};

// "a &lt; b" as "a < b".
void append_unescaped(std::string_view xml, std::string& out);

}  // namespace credence::app
