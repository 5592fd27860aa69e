// SPDX-License-Identifier: Apache-2.0
#include "app/report/qr.h"

#include <qrencode.h>

#include <memory>

#include "app/report/parts.h"
#include "base/error.h"

namespace credence::app {
namespace {

using Code = std::unique_ptr<QRcode, decltype(&QRcode_free)>;

Failure no_code(std::string_view text) {
  return Failure(
      make_error(ErrorCode::limit, "report.qr",
                 {"核验地址有 " + std::to_string(text.size()) + " 字节，无法制成二维码。",
                  "The confirming address has " + std::to_string(text.size()) +
                      " bytes and cannot be made a QR code."},
                 {"请在配置中使用较短的公开地址。", "Configure a shorter public address."}));
}

// One run of dark modules in a row: from `column`, `length` wide.
std::string run_path(int row, int column, int length) {
  return "M" + std::to_string(column + qr_quiet_zone) + " " + std::to_string(row + qr_quiet_zone) +
         "h" + std::to_string(length) + "v1h-" + std::to_string(length) + "z";
}

std::string row_path(const QrMatrix& matrix, int row) {
  std::string path;
  for (int column = 0; column < matrix.size;) {
    int end = column;
    while (end < matrix.size && matrix.at(row, end)) ++end;
    if (end > column) path += run_path(row, column, end - column);
    column = end + 1;
  }
  return path;
}

}  // namespace

QrMatrix qr_matrix(std::string_view text) {
  const Code code(
      text.empty()
          ? nullptr
          : QRcode_encodeData(static_cast<int>(text.size()),
                              reinterpret_cast<const unsigned char*>(text.data()), 0, QR_ECLEVEL_M),
      &QRcode_free);
  if (!code) throw no_code(text);
  QrMatrix matrix;
  matrix.size = code->width;
  const std::size_t modules =
      static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
  for (std::size_t i = 0; i < modules; ++i) matrix.dark.push_back((code->data[i] & 1U) != 0);
  return matrix;
}

std::string qr_svg(const QrMatrix& matrix, std::string_view label) {
  const std::string side = std::to_string(matrix.size + 2 * qr_quiet_zone);
  const std::string words = escaped(label);
  std::string svg = "<svg class=\"qr\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side +
                    " " + side + "\" role=\"img\" aria-label=\"" + words +
                    "\" shape-rendering=\"crispEdges\"><title>" + words + "</title><rect width=\"" +
                    side + "\" height=\"" + side + "\" fill=\"#fff\"/><path fill=\"#000\" d=\"";
  for (int row = 0; row < matrix.size; ++row) svg += row_path(matrix, row);
  return svg + "\"/></svg>";
}

}  // namespace credence::app
