// SPDX-License-Identifier: Apache-2.0
#include "http/record_files.h"

#include <algorithm>
#include <iterator>

#include "base/digest.h"
#include "base/text.h"
#include "http/address.h"
#include "http/asking.h"
#include "http/route_parts.h"
#include "wire/csv.h"

namespace credence::http {
namespace {

using app::ListedRecord;

// ---- the table

constexpr int table_rows_max = 10'000;
constexpr const char* table_head =
    "主体名称,统一社会信用代码,事项,文书号,决定机关,决定日期,有效期自,有效期至,公示截止,来源单位,"
    "摘要\r\n";

std::string day_text(const std::optional<Date>& day) { return day ? to_string(*day) : ""; }

// The last day on which a record is public.
std::string last_public_day(const ListedRecord& record) {
  return record.publicity_end ? to_string(record.publicity_end->plus_days(-1)) : "";
}

const std::string& source_of(const ListedRecord& record) {
  const auto& source = record.source;
  return source.provider_name.empty() ? source.provider : source.provider_name;
}

std::string table_line(const ListedRecord& record) {
  std::string line = wire::csv_cell(record.subject_name);
  for (const std::string& cell :
       {record.subject_code, record.item_label.zh, record.document_number, record.issuing_body,
        day_text(record.decided_on), day_text(record.valid_from), day_text(record.valid_to),
        last_public_day(record), source_of(record), record.caption})
    line += "," + wire::csv_cell(cell);
  return line + "\r\n";
}

// One page, opened once its looks are durable.
app::DisclosedPage page_of(const Services& services, const Request& request,
                           const app::Permit& permit, int rows, const std::string& after,
                           const app::AsOf& when) {
  auto pending = services.query.list(services.book, permit, list_filter(request), rows, after, when)
                     .or_throw();
  return services.ledger.release(permit, std::move(pending));
}

// At most so many rows are read; what may not be shown of them is left out. Each page is answered
// for in the ledger before it is written down here.
Response get_table(const Services& services, const Request& request) {
  const app::Permit permit = permit_of(services, request);
  const app::AsOf when = as_of(services, request);
  std::string table = std::string(wire::csv_begin) + table_head;
  std::string after = request.value("after");
  int left = number(request, "limit", table_rows_max, table_rows_max);
  do {
    const int rows = std::min(left, page_rows_max);
    const auto page = page_of(services, request, permit, rows, after, when);
    for (const auto& record : page.records) table += table_line(record);
    after = page.next;
    left -= rows;
  } while (left > 0 && !after.empty());
  if (!after.empty())
    table += wire::csv_cell(
                 "（还有更多记录：请缩小范围，或以 after=" + after +
                 " 继续下载 / more records: narrow the list, or go on with after=" + after + "）") +
             "\r\n";
  Response response = file_response(std::move(table), "text/csv; charset=utf-8", "records.csv");
  response.caching = is_open(permit) ? Caching::revalidate : Caching::none;
  return response;
}

// ---- the feed (RFC 4287)

constexpr int feed_entries = 50;
constexpr int feed_pages = 10;  // read for them at most, where few records may be shown

std::string element(const char* name, const std::string& text) {
  return std::string("<") + name + ">" + escaped(text) + "</" + name + ">\n";
}

std::string link(const char* kind, const char* type, const std::string& address) {
  return std::string("<link rel=\"") + kind + "\" type=\"" + type + "\" href=\"" +
         escaped(address) + "\"/>\n";
}

// The same wherever the platform moves: a UUID of version 8 (RFC 9562) made of what it names.
std::string lasting_id(const std::string& what) {
  Digest digest = sha256("credence " + what);
  digest[6] = static_cast<unsigned char>(0x80 | (digest[6] & 0x0F));
  digest[8] = static_cast<unsigned char>(0x80 | (digest[8] & 0x3F));
  const std::string hex = to_hex(digest);
  return "urn:uuid:" + hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-" +
         hex.substr(16, 4) + "-" + hex.substr(20, 12);
}

std::string entry_of(const ListedRecord& record, const std::string& home) {
  std::string told = record.caption;
  if (!record.document_number.empty()) told += "；文书号：" + record.document_number;
  if (record.decided_on) told += "；决定日期：" + to_string(*record.decided_on);
  return "<entry>\n" + element("id", lasting_id("record " + std::to_string(record.record.value))) +
         element("title", record.subject_name + "：" + record.item_label.zh) +
         element("updated", to_string(record.source.received)) + "<author>\n" +
         element("name", record.issuing_body.empty() ? source_of(record) : record.issuing_body) +
         "</author>\n" +
         link("alternate", "text/html", home + "/org/" + percent_encode(record.subject_code)) +
         "<category term=\"" + escaped(record.item) + "\" label=\"" +
         escaped(record.item_label.zh) + "\"/>\n" + element("summary", told) + "</entry>\n";
}

// The newest by their decision of those that are public; asked as the public whoever calls.
std::vector<ListedRecord> newest(const Services& services, const Request& request) {
  const auto permit =
      services.gate
          .admit(services.book, app::Caller::anonymous(), {"", "", "", "http", request.id, false})
          .or_throw();
  const app::AsOf when = as_of(services, "", "");
  std::vector<ListedRecord> records;
  std::string after;
  for (int pages = 0; pages < feed_pages; ++pages) {
    const int wanted = feed_entries - static_cast<int>(records.size());
    auto page = page_of(services, request, permit, wanted, after, when);
    std::ranges::move(page.records, std::back_inserter(records));
    after = page.next;
    if (after.empty() || std::ssize(records) == feed_entries) break;
  }
  return records;
}

Response get_feed(const Services& services, const Request& request) {
  const std::string home = (request.secure ? "https://" : "http://") + request.host;
  const auto records = newest(services, request);
  Instant updated = records.empty() ? start_of(services.clock.now().day()) : Instant();
  for (const auto& record : records) updated = std::max(updated, record.source.received);
  Response response;
  response.type = "application/atom+xml; charset=utf-8";
  response.caching = Caching::revalidate;
  response.body =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"zh-CN\">\n" +
      element("id", lasting_id("feed " + request.target)) + element("title", "公共信用信息公示") +
      element("updated", to_string(updated)) + "<author>\n" +
      element("name", services.issuer.empty() ? "明信" : services.issuer) + "</author>\n" +
      link("self", "application/atom+xml", home + request.target) +
      link("alternate", "text/html", home + "/");
  for (const auto& record : records) response.body += entry_of(record, home);
  response.body += "</feed>\n";
  return response;
}

}  // namespace

std::vector<Route> record_file_routes() {
  return {
      {"GET",
       "/api/v1/records.csv",
       {"下载记录清单（CSV），最多一万行", "Records as a table (CSV), at most ten thousand rows"},
       asking(listing({{"limit", "最多几行", "rows at most"},
                       {"after", "上一个文件末行的 after", "`after` of the file before"}})),
       now(get_table),
       true},
      {"GET",
       "/feeds/records.atom",
       {"最新公示（Atom）", "What was published last (Atom, RFC 4287)"},
       listing({}),
       now(get_feed),
       true},
  };
}

}  // namespace credence::http
