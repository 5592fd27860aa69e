// SPDX-License-Identifier: Apache-2.0
#include "http/account_handlers.h"
#include "http/asking.h"
#include "http/route_parts.h"

// The rules as files: the editions that were in force here, what each changed, and the text of a
// file in force, for whoever drafts a change of it (POST /api/v1/rules/preview).

namespace credence::http {
namespace {

Response get_editions(const Services& services, const Request&) {
  return json_response(wire::to_line(services.editions.kept()), Caching::revalidate);
}

Response get_changes(const Services& services, const Request& request) {
  return json_response(
      wire::to_line(
          services.editions.changes(request.value("edition"), request.value("since")).or_throw()),
      Caching::steady);
}

struct RuleFile {
  std::string edition;  // in force
  std::string path, text;
};
BOOST_DESCRIBE_STRUCT(RuleFile, (), (edition, path, text))

Response get_rule_file(const Services& services, const Request& request) {
  const auto file = services.book.files.find(request.value("path"));
  if (file == services.book.files.end()) {
    refuse(ErrorCode::not_found, "rules.no_file",
           {"规则中没有这个文件。", "The rules hold no such file."},
           {"现有文件见 /api/v1/rules/editions/{edition}/changes。",
            "/api/v1/rules/editions/{edition}/changes names the files."});
  }
  return json_response(wire::to_line(RuleFile{services.book.edition, file->first, file->second}),
                       Caching::revalidate);
}

}  // namespace

std::vector<Route> edition_routes() {
  return {
      {"GET",
       "/api/v1/rules/editions",
       {"留存的规则版本，最新的在前", "The editions of the rules that are kept, newest first"},
       {},
       now(get_editions),
       false,
       schema<std::vector<app::KeptEdition>>},
      {"GET",
       "/api/v1/rules/editions/{edition}/changes",
       {"一个规则版本改了什么", "What an edition of the rules changed"},
       {{"since", "与哪个版本相比，缺省为其前一版本",
         "compared with which edition; the one before it when absent"}},
       now(get_changes),
       true,
       schema<app::EditionChanges>},
      {"GET",
       "/api/v1/rules/files/{path*}",
       {"现行规则文件的原文", "The text of a rule file in force"},
       {},
       now(get_rule_file),
       false,
       schema<RuleFile>},
  };
}

}  // namespace credence::http
