// SPDX-License-Identifier: Apache-2.0
#include "app/cases/procedure_diagram.h"

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "base/text.h"
#include "rulebook/terms.h"

namespace credence::app {
namespace {

using rulebook::Act;
using rulebook::Procedure;
using rulebook::State;

// All in units of the drawing.
constexpr int margin = 6, box_left = margin, box_width = 122, label_width = 128;
constexpr int box_right = box_left + box_width, label_left = box_right + 7;
constexpr int tracks_left = label_left + label_width + 4, track_step = 10;
constexpr int line = 15, small_line = 12, pad = 7, gap = 12;
constexpr int font = 12, small_font = 10;
constexpr std::array<const char*, 6> colours = {"#0b5cad", "#8a4b00", "#1d7a3e",
                                                "#7a2e8a", "#b3261e", "#3d5a6c"};

// An arrow at its beginning: beside the box it leaves.
struct Leaving {
  std::vector<std::string> name, who;  // lines of text
  Words title;
  std::string to;  // state; empty: the case stays where it is
  int y = 0;
};

// A box. That of the beginning and that of "any state" are no states and have no id.
struct Box {
  std::string id;
  std::vector<std::string> name, owner;
  Words title;
  bool end = false;
  std::vector<Leaving> leaving;
  int top = 0, height = 0, port = 0;  // port: where arrows arrive
};

// The line along which all arrows into one box run.
struct Track {
  std::string to;
  int top = 0, bottom = 0, x = 0;
};

struct Picture {
  std::vector<Box> boxes;
  std::vector<Track> tracks;
  int width = 0, height = 0;
};

std::string escaped_xml(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else {
      out += c;
    }
  }
  return out;
}

// Lines of at most `width`, by the widths of Han (one em) and other characters (about half).
std::vector<std::string> wrapped(const std::string& text, int width, int em) {
  std::vector<std::string> lines;
  std::u32string now;
  int used = 0;
  for (const char32_t c : to_code_points(text)) {
    const int wide = c < 0x2000 ? em * 6 / 10 : em;
    if (used + wide > width && !now.empty()) {
      lines.push_back(to_utf8(now));
      now.clear();
      used = 0;
    }
    now += c;
    used += wide;
  }
  if (!now.empty()) lines.push_back(to_utf8(now));
  return lines;
}

Leaving leaving(const Act& act) {
  Leaving one;
  std::string who, who_en;
  for (const auto party : act.by) {
    const auto& term = rulebook::term_of(rulebook::party_terms, party);
    who += (who.empty() ? "" : "、") + std::string(term.zh);
    who_en += (who_en.empty() ? "" : ", ") + std::string(term.name);
  }
  one.name = wrapped(act.label.zh + (act.to.empty() ? "（状态不变）" : ""), label_width, font);
  one.who = wrapped(who, label_width, small_font);
  one.title = {act.label.zh + "：" + who, act.label.en + ": " + who_en};
  one.to = act.to;
  return one;
}

Box box_of(const State& state) {
  Box box;
  box.id = state.id;
  box.name = wrapped(state.label.zh, box_width - 2 * pad, font);
  if (state.owner)
    box.owner = wrapped(std::string(rulebook::term_of(rulebook::party_terms, *state.owner).zh),
                        box_width - 2 * pad, small_font);
  box.title = state.label;
  box.end = state.is_end();
  return box;
}

// How many acts a state is away from the opening.
std::map<std::string, int> distances(const Procedure& procedure) {
  std::map<std::string, int> away;
  std::vector<std::string> front;
  const auto reach = [&](const Act& act, int steps) {
    if (!act.to.empty() && away.emplace(act.to, steps).second) front.push_back(act.to);
  };
  for (const Act& act : procedure.acts) {
    if (act.opens()) reach(act, 0);
  }
  for (std::size_t i = 0; i < front.size(); ++i) {
    const std::string at = front[i];  // a copy: `front` grows
    for (const Act* act : procedure.acts_from(at)) reach(*act, away[at] + 1);
  }
  return away;
}

// From the top: states by their distance, in file order where that is the same; then the ends.
std::vector<const State*> in_layers(const Procedure& procedure) {
  const auto away = distances(procedure);
  std::vector<const State*> states;
  for (const State& state : procedure.states) states.push_back(&state);
  std::ranges::stable_sort(states, {}, [&](const State* state) {
    const auto at = away.find(state->id);
    const int steps = at == away.end() ? static_cast<int>(away.size()) : at->second;
    return std::pair(state->is_end(), state->is_end() ? 0 : steps);
  });
  return states;
}

template <class Leaves>
Box box_beside(const Procedure& procedure, Words title, Leaves leaves) {
  Box box;
  box.name = wrapped(title.zh, box_width - 2 * pad, font);
  box.title = std::move(title);
  for (const Act& act : procedure.acts) {
    if (leaves(act)) box.leaving.push_back(leaving(act));
  }
  return box;
}

std::vector<Box> boxes_of(const Procedure& procedure) {
  std::vector<Box> boxes = {
      box_beside(procedure, {"开始", "Start"}, [](const Act& act) { return act.opens(); })};
  Box any = box_beside(procedure, {"办结前的任一状态", "Any state before an end"},
                       [](const Act& act) { return act.from_any; });
  for (const State* state : in_layers(procedure)) {
    if (state->is_end() && !any.leaving.empty()) boxes.push_back(std::exchange(any, {}));
    Box box = box_of(*state);
    for (const Act& act : procedure.acts) {
      if (std::ranges::count(act.from, state->id) > 0) box.leaving.push_back(leaving(act));
    }
    boxes.push_back(std::move(box));
  }
  return boxes;
}

int lines_high(const std::vector<std::string>& lines, int high) {
  return static_cast<int>(lines.size()) * high;
}

// Gives each box and arrow its height; gives where the last one ends.
int stack(std::vector<Box>& boxes) {
  int y = margin;
  for (Box& box : boxes) {
    box.top = y;
    box.port = y + pad + line / 2;
    int beside = y + pad + line + 4;
    for (Leaving& one : box.leaving) {
      beside += lines_high(one.name, line) + 2;
      one.y = beside;
      beside += lines_high(one.who, small_line) + 8;
    }
    const int inside = y + 2 * pad + lines_high(box.name, line) + lines_high(box.owner, small_line);
    box.height = std::max(inside, box.leaving.empty() ? 0 : beside) - y;
    y += box.height + gap;
  }
  return y - gap + margin;
}

std::vector<Track> spans(const std::vector<Box>& boxes) {
  std::vector<Track> tracks;
  for (const Box& box : boxes) {
    if (box.id.empty()) continue;
    Track track{box.id, box.port, box.port, 0};
    bool used = false;
    for (const Box& from : boxes) {
      for (const Leaving& one : from.leaving) {
        if (one.to != box.id) continue;
        used = true;
        track.top = std::min(track.top, one.y);
        track.bottom = std::max(track.bottom, one.y);
      }
    }
    if (used) tracks.push_back(track);
  }
  return tracks;
}

// The shortest lines nearest to the boxes; each as near as it can be beside those before it. Gives
// how many stand side by side.
int place(std::vector<Track>& tracks) {
  std::ranges::stable_sort(tracks, {}, [](const Track& one) { return one.bottom - one.top; });
  int most = 0;
  for (std::size_t i = 0; i < tracks.size(); ++i) {
    int column = 0;
    const auto taken = [&](const Track& other) {
      return other.x == tracks_left + column * track_step && other.top <= tracks[i].bottom &&
             tracks[i].top <= other.bottom;
    };
    const auto placed = [&] { return std::span(tracks).first(i); };
    while (std::ranges::any_of(placed(), taken)) ++column;
    tracks[i].x = tracks_left + column * track_step;
    most = std::max(most, column + 1);
  }
  return most;
}

Picture laid_out(const Procedure& procedure) {
  Picture picture;
  picture.boxes = boxes_of(procedure);
  picture.height = stack(picture.boxes);
  picture.tracks = spans(picture.boxes);
  picture.width = tracks_left + place(picture.tracks) * track_step + margin;
  return picture;
}

// ---- drawing

std::string n(int number) { return std::to_string(number); }

std::string title_element(const Words& words) {
  return "<title>" + escaped_xml(words.zh + " / " + words.en) + "</title>";
}

std::string texts(const std::vector<std::string>& lines, int x, int y, int high, int size,
                  const char* fill) {
  std::string svg;
  for (const auto& text : lines) {
    svg += "<text x=\"" + n(x) + "\" y=\"" + n(y) + "\" font-size=\"" + n(size) + "\" fill=\"" +
           fill + "\">" + escaped_xml(text) + "</text>";
    y += high;
  }
  return svg;
}

std::string rectangle(int x, int y, int width, int height, const char* fill) {
  return "<rect x=\"" + n(x) + "\" y=\"" + n(y) + "\" width=\"" + n(width) + "\" height=\"" +
         n(height) + "\" rx=\"4\" fill=\"" + fill + "\" stroke=\"#33404d\"/>";
}

std::string path(const std::string& way, const std::string& colour) {
  return "<path d=\"" + way + "\" fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"1.4\"/>";
}

std::string drawn(const Box& box) {
  const bool state = !box.id.empty();
  std::string svg = "<g>" + title_element(box.title) +
                    rectangle(box_left, box.top, box_width, box.height,
                              state ? (box.end ? "#f2f7f2" : "#eef4fb") : "#ffffff");
  if (box.end) svg += rectangle(box_left + 3, box.top + 3, box_width - 6, box.height - 6, "none");
  const int first = box.top + pad + font;
  svg += texts(box.name, box_left + pad, first, line, font, "#1b2430");
  svg += texts(box.owner, box_left + pad, first + lines_high(box.name, line), small_line,
               small_font, "#4c5b6b");
  return svg + "</g>\n";
}

const Track* track_to(const Picture& picture, const std::string& state) {
  const auto at = std::ranges::find(picture.tracks, state, &Track::to);
  return at == picture.tracks.end() ? nullptr : &*at;
}

std::string colour_of(const Picture& picture, const std::string& state) {
  std::size_t i = 0;
  while (i < picture.boxes.size() && picture.boxes[i].id != state) ++i;
  return colours[i % colours.size()];
}

std::string drawn(const Picture& picture, const Leaving& one) {
  const Track* track = track_to(picture, one.to);
  const std::string colour = track == nullptr ? "#4c5b6b" : colour_of(picture, one.to);
  const int end = track == nullptr ? label_left + label_width / 2 : track->x;
  std::string svg = "<g>" + title_element(one.title) +
                    path("M" + n(box_right) + " " + n(one.y) + "H" + n(end), colour) +
                    "<circle cx=\"" + n(end) + "\" cy=\"" + n(one.y) + "\" r=\"2.4\" fill=\"" +
                    colour + "\"/>";
  svg += texts(one.name, label_left, one.y - 4 - lines_high(one.name, line) + line, line, font,
               "#1b2430");
  svg += texts(one.who, label_left, one.y + small_line, small_line, small_font, "#4c5b6b");
  return svg + "</g>\n";
}

std::string drawn(const Picture& picture, const Track& track) {
  const auto box = std::ranges::find(picture.boxes, track.to, &Box::id);
  const std::string colour = colour_of(picture, track.to);
  const std::string y = n(box->port);
  return path("M" + n(track.x) + " " + n(track.top) + "V" + n(track.bottom), colour) +
         path("M" + n(track.x) + " " + y + "H" + n(box_right + 6), colour) + "<path d=\"M" +
         n(box_right + 1) + " " + y + "l8 -4v8z\" fill=\"" + colour + "\"/>\n";
}

}  // namespace

std::string procedure_diagram(const Procedure& procedure) {
  const Picture picture = laid_out(procedure);
  const std::string width = n(picture.width), height = n(picture.height);
  std::string svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"diagram\" role=\"img\" viewBox=\"0 0 " +
      width + " " + height + "\" width=\"" + width + "\" height=\"" + height +
      "\" font-family=\"'Noto Sans CJK SC','Noto Sans SC','PingFang SC','Microsoft "
      "YaHei',sans-serif\">\n" +
      title_element(procedure.label) + "\n";
  for (const Track& track : picture.tracks) svg += drawn(picture, track);
  for (const Box& box : picture.boxes) {
    svg += drawn(box);
    for (const Leaving& one : box.leaving) svg += drawn(picture, one);
  }
  return svg + "</svg>\n";
}

}  // namespace credence::app
