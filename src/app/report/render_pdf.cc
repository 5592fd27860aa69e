// SPDX-License-Identifier: Apache-2.0
#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-font.h>

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "app/report/parts.h"
#include "app/report/qr.h"
#include "app/report/report.h"
#include "base/error.h"

// The report on A4: text is first set into lines and the lines dealt out over pages, then the pages
// are drawn, because the foot of the first page already says how many there are.

namespace credence::app {
namespace {

struct Closing {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
  void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
  void operator()(PangoFontMap* map) const { g_object_unref(map); }
  void operator()(PangoContext* context) const { g_object_unref(context); }
  void operator()(cairo_font_face_t* face) const { cairo_font_face_destroy(face); }
  void operator()(PangoLayout* layout) const { g_object_unref(layout); }
};
template <class T>
using Owned = std::unique_ptr<T, Closing>;

// Points, from the top left corner of the page.
constexpr double page_width = 595.276, page_height = 841.89;
constexpr double left = 54, right = page_width - 54, top = 66, bottom = page_height - 62;
constexpr double width = right - left, label_width = 112, count_width = 70, padding_x = 6,
                 padding_y = 2.6;
constexpr double qr_side = 92;
constexpr const char* family = "Noto Sans CJK SC";

struct Colour {
  double red, green, blue;
};
constexpr Colour ink{0.1, 0.1, 0.1}, grey{0.29, 0.29, 0.29}, blue{0.07, 0.208, 0.357};
constexpr Colour shade{0.949, 0.961, 0.976}, band{0.89, 0.918, 0.949}, rule{0.71, 0.741, 0.78};

struct Look {
  double size;  // points
  bool bold;
  Colour colour;
};
constexpr Look title_look{22, true, blue}, heading_look{13.5, true, blue},
    strong_look{9.5, true, ink}, body_look{9.5, false, ink}, label_look{9.5, false, grey},
    small_look{8, false, grey};

// Text set into lines of one width.
struct Block {
  std::shared_ptr<PangoLayout> layout;
  Colour colour{};
  double line_height = 0;
  int lines = 0;
  double height() const { return line_height * lines; }
};

struct Cell {
  double x = 0, width = 0;
  Block text;
  const Colour* ground = nullptr;
  bool to_the_right = false;
};

struct PlacedLine {
  std::shared_ptr<PangoLayout> layout;
  int line = 0;
  double x = 0, y = 0, height = 0;  // top left corner of the line
  Colour colour{};
};
struct PlacedBox {
  double x = 0, y = 0, width = 0, height = 0;
  const Colour* ground = nullptr;
};
struct Page {
  std::vector<PlacedBox> boxes;
  std::vector<PlacedLine> lines;
};
struct OutlineEntry {
  std::string title;
  std::size_t page = 0;  // from 0
  double y = 0;
};

// A font file opened for one thread. Each has a FreeType library of its own, because cairo may let
// go of a font after its thread has ended, in any other.
struct OpenFont {
  FT_Library library = nullptr;
  FT_Face face = nullptr;
  static void close(void* font) {
    const std::unique_ptr<OpenFont> open(static_cast<OpenFont*>(font));
    if (open->face != nullptr) FT_Done_Face(open->face);
    if (open->library != nullptr) FT_Done_FreeType(open->library);
  }
};

// Any bit that is neither bold nor oblique: the font counts as altered, its shapes stay as they
// are.
constexpr unsigned embed_by_outline = 1U << 16U;

// The font as cairo may embed it. cairo 1.16 reads the outlines shared between the glyphs of a CFF
// font wrongly when it embeds a part of one: characters go missing or 900 KB come along. A font
// that counts as altered is embedded by its drawn outlines instead, which is right, small and
// quick.
Owned<cairo_font_face_t> open_by_outline(const char* file, int index) {
  auto font = std::make_unique<OpenFont>();
  if (FT_Init_FreeType(&font->library) != 0 ||
      FT_New_Face(font->library, file, index, &font->face) != 0) {
    OpenFont::close(font.release());
    return nullptr;
  }
  static const cairo_user_data_key_t key{};
  Owned<cairo_font_face_t> face(
      cairo_ft_font_face_create_for_ft_face(font->face, FT_LOAD_NO_HINTING));
  cairo_ft_font_face_set_synthesize(face.get(), embed_by_outline);
  cairo_font_face_set_user_data(face.get(), &key, font.release(), &OpenFont::close);
  return face;
}

// Reading the CJK fonts costs far more than setting a report in them, and neither Pango's font map
// nor a FreeType face is for two threads: each thread keeps its own.
class Fonts {
 public:
  static Fonts& of_this_thread() {
    thread_local Fonts fonts;
    return fonts;
  }
  PangoFontMap* map() const { return map_.get(); }

  // The face to draw a font of Pango's with, where not its own; null otherwise.
  cairo_font_face_t* outline_face(PangoFont* font) {
    FcPattern* pattern =
        PANGO_IS_FC_FONT(font) ? pango_fc_font_get_pattern(PANGO_FC_FONT(font)) : nullptr;
    FcChar8 *format = nullptr, *file = nullptr;
    int index = 0;
    if (pattern == nullptr ||
        FcPatternGetString(pattern, FC_FONTFORMAT, 0, &format) != FcResultMatch ||
        FcPatternGetString(pattern, FC_FILE, 0, &file) != FcResultMatch ||
        FcPatternGetInteger(pattern, FC_INDEX, 0, &index) != FcResultMatch ||
        std::string_view(reinterpret_cast<const char*>(format)) != "CFF") {
      return nullptr;
    }
    const auto* path = reinterpret_cast<const char*>(file);
    const auto [at, added] = faces_.try_emplace({path, index});
    if (added) at->second = open_by_outline(path, index);
    return at->second.get();
  }

 private:
  Owned<PangoFontMap> map_{pango_cairo_font_map_new()};
  std::map<std::pair<std::string, int>, Owned<cairo_font_face_t>> faces_;
};

Owned<cairo_font_options_t> unhinted() {
  Owned<cairo_font_options_t> options(cairo_font_options_create());
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
  return options;
}

Owned<PangoContext> new_context() {
  Owned<PangoContext> context(pango_font_map_create_context(Fonts::of_this_thread().map()));
  pango_cairo_context_set_font_options(context.get(), unhinted().get());
  pango_cairo_context_set_resolution(context.get(), 72);
  pango_context_set_language(context.get(), pango_language_from_string("zh-CN"));
  pango_context_set_round_glyph_positions(context.get(), FALSE);
  return context;
}

// Sets text into blocks. `text` must be printable(): Pango wants valid UTF-8. Labels and many
// values come again with every record, so what was set once is kept.
class Typesetter {
 public:
  const Block& set(std::string_view text, const Look& look, double room) {
    const auto [at, added] = known_.try_emplace({std::string(text), &look, room});
    if (added) at->second = lay_out(text, look, room);
    return at->second;
  }

 private:
  using Key = std::tuple<std::string, const Look*, double>;  // text, look, room

  Block lay_out(std::string_view text, const Look& look, double room) const {
    PangoLayout* layout = pango_layout_new(context_.get());
    Block block{{layout, Closing()}, look.colour, look.size * 1.42, 0};
    const Owned<PangoFontDescription> font(pango_font_description_new());
    pango_font_description_set_family_static(font.get(), family);
    pango_font_description_set_absolute_size(font.get(), look.size * PANGO_SCALE);
    pango_font_description_set_weight(font.get(),
                                      look.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout, font.get());
    pango_layout_set_width(layout, static_cast<int>(room * PANGO_SCALE));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
    block.lines = pango_layout_get_line_count(layout);
    return block;
  }

  Owned<PangoContext> context_ = new_context();
  std::map<Key, Block> known_;
};

double points(int pango_units) { return static_cast<double>(pango_units) / PANGO_SCALE; }

double width_of(const Block& block, int line) {
  PangoRectangle logical;
  pango_layout_line_get_extents(pango_layout_get_line_readonly(block.layout.get(), line), nullptr,
                                &logical);
  return points(logical.width);
}

Cell wide_cell(Block text, const Colour* ground) {
  return {left, width, std::move(text), ground, false};
}

// Deals lines out over pages from the top down. A line is never cut.
class Flow {
 public:
  double y() const { return y_; }
  double room() const { return bottom - y_; }
  const std::vector<Page>& pages() const { return pages_; }
  std::size_t page_index() const { return pages_.size() - 1; }

  void skip(double height) { y_ += height; }
  void move_to(double y) { y_ = y; }
  void need(double height) {
    if (room() < height && y_ > top) new_page();
  }
  void new_page() {
    pages_.emplace_back();
    y_ = top;
    if (running_.lines > 0) place_chunk({wide_cell(running_, &band)}, {0});
  }
  // Repeated at the top of each page begun until cleared by an empty block.
  void set_running(Block text) { running_ = std::move(text); }

  void paragraph(const Block& text, double x) {
    for (int line = 0; line < text.lines; ++line) {
      need(text.line_height);
      place_line(text, line, x, y_);
      y_ += text.line_height;
    }
  }

  // A row of a table. Kept on one page unless it is higher than a third of one.
  void row(const std::vector<Cell>& cells) {
    double height = 0;
    for (const Cell& cell : cells) height = std::max(height, cell.text.height() + 2 * padding_y);
    if (height <= (bottom - top) / 3) need(height);
    std::vector<int> next(cells.size(), 0);
    do {
      need(tallest_line(cells) + 2 * padding_y);
      next = place_chunk(cells, next);
    } while (!all_placed(cells, next));
  }

 private:
  static double tallest_line(const std::vector<Cell>& cells) {
    double height = 0;
    for (const Cell& cell : cells) height = std::max(height, cell.text.line_height);
    return height;
  }

  static bool all_placed(const std::vector<Cell>& cells, const std::vector<int>& next) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (next[i] < cells[i].text.lines) return false;
    }
    return true;
  }

  // As many lines of each cell as fit on this page, in boxes of one height; returns where to go on.
  std::vector<int> place_chunk(const std::vector<Cell>& cells, std::vector<int> next) {
    double height = 0;
    const double available = room() - 2 * padding_y;
    std::vector<int> until(next);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const Block& text = cells[i].text;
      const int fitting = static_cast<int>(available / text.line_height);
      until[i] = std::min(text.lines, next[i] + std::max(1, fitting));
      height = std::max(height, (until[i] - next[i]) * text.line_height + 2 * padding_y);
    }
    for (std::size_t i = 0; i < cells.size(); ++i) place_cell(cells[i], next[i], until[i], height);
    y_ += height;
    return until;
  }

  void place_cell(const Cell& cell, int from, int until, double height) {
    pages_.back().boxes.push_back({cell.x, y_, cell.width, height, cell.ground});
    for (int line = from; line < until; ++line) {
      const double spare =
          cell.width - 2 * padding_x - (cell.to_the_right ? width_of(cell.text, line) : 0);
      const double x = cell.x + padding_x + (cell.to_the_right ? spare : 0);
      place_line(cell.text, line, x, y_ + padding_y + (line - from) * cell.text.line_height);
    }
  }

  void place_line(const Block& text, int line, double x, double y) {
    pages_.back().lines.push_back({text.layout, line, x, y, text.line_height, text.colour});
  }

  std::vector<Page> pages_ = std::vector<Page>(1);
  Block running_;
  double y_ = top;
};

// Lays the whole report out.
class Composer {
 public:
  explicit Composer(const CreditReport& report) : report_(report) {}

  void compose() {
    cover();
    summary();
    flow_.new_page();
    for (std::size_t i = 0; i < report_.sections.size(); ++i) section(i);
    withheld();
    explain();
  }
  Typesetter& setter() { return setter_; }
  const Flow& flow() const { return flow_; }
  const std::vector<OutlineEntry>& outline() const { return outline_; }

 private:
  void say(std::string_view text, const Look& look, double room = width) {
    flow_.paragraph(setter_.set(text, look, room), left);
  }

  void heading(const std::string& text) {
    flow_.need(110);
    if (flow_.y() > top) flow_.skip(14);
    outline_.push_back({text, flow_.page_index(), flow_.y()});
    say(text, heading_look);
    flow_.skip(4);
  }

  void cover() {
    const double room = width - qr_side - 20;
    flow_.move_to(top + 14);
    say(report_title, title_look, room);
    flow_.skip(6);
    say("报告编号：" + printable(report_.number), body_look, room);
    say("出具单位：" + printable(report_.issuer), body_look, room);
    flow_.move_to(std::max(flow_.y(), top + qr_side + 14) + 10);
    facts(cover_lines(report_));
  }

  void facts(const std::vector<ReportLine>& lines) {
    for (const auto& line : lines) flow_.row(fact_cells(line));
  }

  std::vector<Cell> fact_cells(const ReportLine& line) {
    const double rest = width - label_width;
    return {{left, label_width, setter_.set(line.label, label_look, label_width - 2 * padding_x),
             &shade, false},
            {left + label_width, rest, setter_.set(line.value, body_look, rest - 2 * padding_x),
             nullptr, false}};
  }

  void count_row(const ReportLine& line, const Look& look, const Colour* ground) {
    const double rest = width - count_width;
    flow_.row({{left, rest, setter_.set(line.label, look, rest - 2 * padding_x), ground, false},
               {left + rest, count_width,
                setter_.set(line.value, look, count_width - 2 * padding_x), ground, true}});
  }

  void summary() {
    heading("信息一览");
    count_row({"部分", "条数"}, strong_look, &band);
    const auto lines = summary_lines(report_);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) count_row(lines[i], body_look, nullptr);
    count_row(lines.back(), strong_look, &band);
  }

  void section(std::size_t index) {
    const ReportSection& part = report_.sections[index];
    heading(section_heading(report_, index) + "（" + std::to_string(part.count) + " 条）");
    if (part.records.empty()) say(nothing_found(report_), label_look);
    int number = 0;
    for (const auto& one : part.records) record(one, ++number);
  }

  void record(const ShownRecord& one, int number) {
    const std::string caption = record_heading(one, number);
    const double room = width - 2 * padding_x;
    flow_.need(80);
    flow_.row({wide_cell(setter_.set(caption, strong_look, room), &band)});
    flow_.set_running(setter_.set(std::to_string(number) + ".（接上页）", strong_look, room));
    facts(record_lines(one));
    std::string origin;
    for (const auto& line : origin_lines(one))
      origin += (origin.empty() ? "" : "　") + line.label + "：" + line.value;
    flow_.row({wide_cell(setter_.set(origin, small_look, room), nullptr)});
    flow_.set_running({});
    flow_.skip(9);
  }

  void withheld() {
    heading("不予展示的信息");
    say(withheld_intro(report_), body_look);
    flow_.skip(3);
    if (report_.withheld.empty()) return;
    count_row({"原因", "条数"}, strong_look, &band);
    for (const auto& one : report_.withheld) {
      count_row({withheld_reason(one), std::to_string(one.count)}, body_look, nullptr);
    }
  }

  void explain() {
    heading("报告说明");
    for (const auto& note : notes(report_)) {
      flow_.need(44);
      say(note.heading, strong_look);
      for (const auto& paragraph : note.paragraphs) say(paragraph, body_look);
      flow_.skip(6);
    }
  }

  const CreditReport& report_;
  Typesetter setter_;
  Flow flow_;
  std::vector<OutlineEntry> outline_;
};

void use_colour(cairo_t* cairo, const Colour& colour) {
  cairo_set_source_rgb(cairo, colour.red, colour.green, colour.blue);
}

// The glyphs of a run where they stand, and which bytes of the text each group of them shows, so
// that the PDF can be searched and copied from.
struct ShownRun {
  std::vector<cairo_glyph_t> glyphs;
  std::vector<cairo_text_cluster_t> clusters;
  bool known = true;  // false: a character no font has
};

void add_glyph(ShownRun& shown, const PangoGlyphInfo& glyph, double x, double y) {
  if (glyph.glyph == PANGO_GLYPH_EMPTY) return;
  if ((glyph.glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0) shown.known = false;
  shown.glyphs.push_back(
      {glyph.glyph, x + points(glyph.geometry.x_offset), y + points(glyph.geometry.y_offset)});
}

ShownRun shown_run(PangoGlyphItem* run, const char* text, double x, double y) {
  ShownRun shown;
  PangoGlyphItemIter at;
  for (gboolean more = pango_glyph_item_iter_init_start(&at, run, text); more != FALSE;
       more = pango_glyph_item_iter_next_cluster(&at)) {
    const auto before = static_cast<int>(shown.glyphs.size());
    for (int i = at.start_glyph; i < at.end_glyph; ++i) {
      add_glyph(shown, run->glyphs->glyphs[i], x, y);
      x += points(run->glyphs->glyphs[i].geometry.width);
    }
    shown.clusters.push_back(
        {at.end_index - at.start_index, static_cast<int>(shown.glyphs.size()) - before});
  }
  return shown;
}

void show_by_outline(cairo_t* cairo, cairo_font_face_t* face, PangoGlyphItem* run, const char* text,
                     const ShownRun& shown) {
  const Owned<PangoFontDescription> font(
      pango_font_describe_with_absolute_size(run->item->analysis.font));
  cairo_set_font_face(cairo, face);
  cairo_set_font_size(cairo, points(pango_font_description_get_size(font.get())));
  cairo_show_text_glyphs(cairo, text + run->item->offset, run->item->length, shown.glyphs.data(),
                         static_cast<int>(shown.glyphs.size()), shown.clusters.data(),
                         static_cast<int>(shown.clusters.size()),
                         static_cast<cairo_text_cluster_flags_t>(0));
}

void draw_run(cairo_t* cairo, PangoGlyphItem* run, const char* text, double x, double y) {
  cairo_font_face_t* face = Fonts::of_this_thread().outline_face(run->item->analysis.font);
  const bool leftward = run->item->analysis.level % 2 == 1;
  const ShownRun shown = face == nullptr || leftward ? ShownRun{} : shown_run(run, text, x, y);
  if (!shown.clusters.empty() && shown.known) return show_by_outline(cairo, face, run, text, shown);
  cairo_move_to(cairo, x, y);
  pango_cairo_show_glyph_item(cairo, text, run);
}

void draw_line(cairo_t* cairo, const PlacedLine& placed) {
  const char* text = pango_layout_get_text(placed.layout.get());
  const PangoLayoutLine* line = pango_layout_get_line_readonly(placed.layout.get(), placed.line);
  double x = placed.x;
  use_colour(cairo, placed.colour);
  for (const GSList* at = line->runs; at != nullptr; at = at->next) {
    auto* run = static_cast<PangoGlyphItem*>(at->data);
    draw_run(cairo, run, text, x, placed.y + placed.height * 0.76);
    x += points(pango_glyph_string_get_width(run->glyphs));
  }
}

void draw_box(cairo_t* cairo, const PlacedBox& box) {
  cairo_rectangle(cairo, box.x, box.y, box.width, box.height);
  if (box.ground != nullptr) {
    use_colour(cairo, *box.ground);
    cairo_fill_preserve(cairo);
  }
  use_colour(cairo, rule);
  cairo_stroke(cairo);
}

void draw_qr(cairo_t* cairo, const QrMatrix& matrix, double x, double y) {
  const double module = qr_side / (matrix.size + 2 * qr_quiet_zone);
  for (int row = 0; row < matrix.size; ++row) {
    for (int column = 0; column < matrix.size; ++column) {
      if (!matrix.at(row, column)) continue;
      cairo_rectangle(cairo, x + (column + qr_quiet_zone) * module,
                      y + (row + qr_quiet_zone) * module, module, module);
    }
  }
  use_colour(cairo, {0, 0, 0});
  cairo_fill(cairo);
}

// One line at `y` whose left end, middle or right end (`part` 0, 0.5, 1) is at `anchor`.
void draw_text(cairo_t* cairo, Typesetter& setter, std::string_view text, double anchor,
               double part, double y) {
  const Block& block = setter.set(text, small_look, 4 * width);
  const double x = anchor - width_of(block, 0) * part;
  draw_line(cairo, {block.layout, 0, x, y, block.line_height, block.colour});
}

void draw_margins(cairo_t* cairo, Composer& composer, const CreditReport& report,
                  std::size_t page) {
  draw_text(cairo, composer.setter(), report_title, left, 0, 36);
  draw_text(cairo, composer.setter(), "报告编号：" + printable(report.number), right, 1, 36);
  draw_text(cairo, composer.setter(),
            "第 " + std::to_string(page + 1) + " 页 / 共 " +
                std::to_string(composer.flow().pages().size()) + " 页",
            left + width / 2, 0.5, page_height - 44);
  use_colour(cairo, rule);
  cairo_move_to(cairo, left, 51);
  cairo_line_to(cairo, right, 51);
  cairo_stroke(cairo);
}

void draw_pages(cairo_t* cairo, Composer& composer, const CreditReport& report) {
  const auto& pages = composer.flow().pages();
  for (std::size_t i = 0; i < pages.size(); ++i) {
    cairo_set_line_width(cairo, 0.5);
    if (i == 0) draw_qr(cairo, qr_matrix(report.confirm_url), right - qr_side, top);
    if (i == 0)
      draw_text(cairo, composer.setter(), "扫码核验本报告", right - qr_side / 2, 0.5,
                top + qr_side);
    for (const auto& box : pages[i].boxes) draw_box(cairo, box);
    for (const auto& line : pages[i].lines) draw_line(cairo, line);
    draw_margins(cairo, composer, report, i);
    cairo_show_page(cairo);
  }
}

// Creation and change are when the report was made, so that the same report is the same bytes.
void describe(cairo_surface_t* pdf, const CreditReport& report) {
  const std::string made = to_string(report.made).substr(0, 19) + "+08:00";
  const std::string title = std::string(report_title) + " " + printable(report.number);
  cairo_pdf_surface_set_metadata(pdf, CAIRO_PDF_METADATA_TITLE, title.c_str());
  cairo_pdf_surface_set_metadata(pdf, CAIRO_PDF_METADATA_AUTHOR, printable(report.issuer).c_str());
  cairo_pdf_surface_set_metadata(pdf, CAIRO_PDF_METADATA_CREATOR,
                                 printable(report.version).c_str());
  cairo_pdf_surface_set_metadata(pdf, CAIRO_PDF_METADATA_CREATE_DATE, made.c_str());
  cairo_pdf_surface_set_metadata(pdf, CAIRO_PDF_METADATA_MOD_DATE, made.c_str());
}

void add_outline(cairo_surface_t* pdf, const std::vector<OutlineEntry>& outline) {
  for (const auto& entry : outline) {
    const std::string place = "page=" + std::to_string(entry.page + 1) + " pos=[" +
                              std::to_string(static_cast<int>(left)) + " " +
                              std::to_string(static_cast<int>(entry.y)) + "]";
    cairo_pdf_surface_add_outline(pdf, CAIRO_PDF_OUTLINE_ROOT, entry.title.c_str(), place.c_str(),
                                  static_cast<cairo_pdf_outline_flags_t>(0));
  }
}

cairo_status_t append(void* text, const unsigned char* bytes, unsigned int count) {
  static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

void check(cairo_status_t status) {
  if (status == CAIRO_STATUS_SUCCESS) return;
  const std::string why = cairo_status_to_string(status);
  throw Failure(make_error(ErrorCode::internal, "report.pdf",
                           {"无法生成 PDF：" + why, "The PDF could not be made: " + why},
                           {"请检查服务器内存和中文字体（Noto Sans CJK SC）。",
                            "Check the server's memory and its Chinese font (Noto Sans CJK SC)."}));
}

}  // namespace

std::string to_pdf(const CreditReport& report) {
  Composer composer(report);
  composer.compose();
  std::string bytes;
  const Owned<cairo_surface_t> pdf(
      cairo_pdf_surface_create_for_stream(&append, &bytes, page_width, page_height));
  const Owned<cairo_t> cairo(cairo_create(pdf.get()));
  cairo_set_font_options(cairo.get(), unhinted().get());
  describe(pdf.get(), report);
  draw_pages(cairo.get(), composer, report);
  add_outline(pdf.get(), composer.outline());
  check(cairo_status(cairo.get()));
  cairo_surface_finish(pdf.get());
  check(cairo_surface_status(pdf.get()));
  return bytes;
}

}  // namespace credence::app
