// SPDX-License-Identifier: Apache-2.0
#include "http/check_handlers.h"
#include "app/check/answer_signer.h"
#include "app/check/checks.h"
#include "app/intake/tabular/codes.h"
#include "base/base64.h"
#include "http/asking.h"
#include "http/route_parts.h"
#include "http/work_file.h"
#include "rulebook/terms.h"

// The check at the counter for programs: one subject, many, and a past one again.

namespace credence::http {
namespace {

constexpr std::size_t codes_max = 1'000;

// The body is exactly what is signed; its proof goes with it. As a file, the proof carries the
// answer.
Response signed_response(const std::string& answer, ledger::Proof proof, bool as_file) {
  if (as_file) {
    Response response;
    response.type = "text/plain; charset=utf-8";
    response.body = app::with_answer(std::move(proof), answer);
    return response;
  }
  Response response = json_response(answer);
  response.headers.emplace_back("Credence-Proof", to_base64(ledger::to_text(proof)));
  return response;
}

// Signs what the ledger has let out.
void reply_signed(const Services& services, std::string answer, bool as_file, const Reply& reply) {
  services.signer.sign(std::move(answer),
                       [as_file, reply](const std::string& text, ledger::Proof proof) {
                         reply(signed_response(text, std::move(proof), as_file));
                       });
}

bool wants_file(const CheckForm& form) {
  const std::string& wanted = form.form.value_or("json");
  if (wanted != "json" && wanted != "proof")
    refuse(ErrorCode::invalid, "check.form",
           {"form 应为 json 或 proof。", "`form` is json or proof."},
           {"请改正 form。", "Correct `form`."});
  return wanted == "proof";
}

void release_signed(const Services& services, const app::Permit& permit,
                    app::Pending<app::CheckedText> pending, bool as_file,
                    const SharedRequest& request, const Reply& reply) {
  services.ledger.release_later<app::CheckedText>(
      permit, std::move(pending),
      [&services, as_file, reply](app::CheckedText text) {
        reply_signed(services, std::move(text.json), as_file, reply);
      },
      [request, reply](std::exception_ptr) { reply(not_recorded(request->id)); });
}

struct Many {
  std::vector<app::CheckQuestion> questions;
  std::vector<std::string> lines;   // of those refused; empty where an answer goes
  std::vector<std::size_t> places;  // of the questions among the lines
};

Many read_many(const Services& services, const app::Permit& permit, const CheckForm& form) {
  if (form.codes->empty() || form.codes->size() > codes_max)
    refuse(ErrorCode::invalid, "check.codes",
           {"一次核查 1 至 " + std::to_string(codes_max) + " 个主体。",
            "A check takes 1 to " + std::to_string(codes_max) + " subjects."},
           {"更多主体请用文件核查：POST /api/v1/checks/files。",
            "For more send a file: POST /api/v1/checks/files."});
  Many many;
  for (const std::string& code : *form.codes) {
    auto question = services.checks.question(services.book, permit, code, form.matter);
    many.lines.push_back(question ? "" : app::refused_line(code, question.error()));
    if (!question) continue;
    many.places.push_back(many.lines.size() - 1);
    many.questions.push_back(std::move(*question));
  }
  return many;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text = "{\"statement\":\"checks\",\"answers\":[";
  for (std::size_t i = 0; i < lines.size(); ++i) text += (i == 0 ? "" : ",") + lines[i];
  return text + "]}";
}

void post_many(const Services& services, const SharedRequest& request, const CheckForm& form,
               const Reply& reply) {
  const auto permit = admitted(services, *request, form);
  auto many = read_many(services, permit, form);
  auto pending = services.checks.check(services.book, permit, many.questions);
  const bool as_file = wants_file(form);
  services.ledger.release_later<std::vector<app::CheckedText>>(
      permit, std::move(pending),
      [&services, as_file, reply, many = std::move(many)](std::vector<app::CheckedText> texts) {
        auto lines = many.lines;
        for (std::size_t i = 0; i < texts.size(); ++i)
          lines[many.places[i]] = std::move(texts[i].json);
        reply_signed(services, joined(lines), as_file, reply);
      },
      [request, reply](std::exception_ptr) { reply(not_recorded(request->id)); });
}

void post_check(const Services& services, const SharedRequest& request, const Reply& reply) {
  const auto form = body_of<CheckForm>(*request);
  if (form.codes) return post_many(services, request, form, reply);
  const auto permit = admitted(services, *request, form);
  const auto question =
      services.checks.question(services.book, permit, form.code.value_or(""), form.matter)
          .or_throw();
  release_signed(services, permit, services.checks.check(services.book, permit, question),
                 wants_file(form), request, reply);
}

// An auditor replays what somebody else was told; everybody else what it was told itself.
app::CheckQuestion replayed(const Services& services, const app::Permit& permit,
                            const ReplayForm& form) {
  auto question = services.checks.question(services.book, permit, form.code, form.matter);
  if (permit.audience() == domain::Audience::auditor) {
    question = services.checks.question_of(services.book, form.code, form.matter);
    if (question) {
      question->purpose = form.asked_purpose.value_or(question->purpose);
      question->business = form.business.value_or("");
      question->unit = form.unit.value_or("");
    }
  }
  return std::move(question).or_throw();
}

CheckForm form_of(const ReplayForm& form) {
  CheckForm asked;
  asked.code = form.code;
  asked.matter = form.matter;
  asked.purpose = form.purpose;
  asked.business = form.business;
  asked.consent = form.consent;
  asked.form = form.form;
  return asked;
}

app::AsOf instant_of(const ReplayForm& form) {
  const auto day = parse_date(form.day);
  const auto known = parse_instant(form.known);
  if (!day || !known)
    refuse(ErrorCode::invalid, "check.as_of",
           {"day 或 known 不是日期、时刻。", "`day` or `known` is no day or instant."},
           {"请原样使用答复中的 day 和 known。", "Use those of the answer unchanged."});
  return {*day, *known};
}

void post_replay(const Services& services, const SharedRequest& request, const Reply& reply) {
  const auto form = body_of<ReplayForm>(*request);
  const auto asked = form_of(form);
  const auto permit = admitted(services, *request, asked);
  const auto question = replayed(services, permit, form);
  release_signed(services, permit,
                 services.checks.replay(permit, question, instant_of(form)).or_throw(),
                 wants_file(asked), request, reply);
}

void post_comparison(const Services& services, const SharedRequest& request, const Reply& reply) {
  const auto form = body_of<ReplayForm>(*request);
  const auto permit = admitted(services, *request, form_of(form));
  const auto question = replayed(services, permit, form);
  auto pending = services.checks.compare(permit, question, instant_of(form)).or_throw();
  release_as(services, permit, std::move(pending), json_of<app::CheckComparison>, request, reply);
}

// ---- a file of subjects

std::vector<std::string> codes_of_file(const Services& services, const Request& request) {
  const WorkFile file(services, request, ".upload");
  file.write(request.body);
  const auto table = services.open_upload(file.path()).or_throw();
  return app::codes_in(*table);
}

app::Permit file_permit(const Services& services, const Request& request) {
  CheckForm form;
  form.purpose = request.value("purpose");
  form.business = request.value("business");
  return admitted(services, request, form);
}

Response post_check_file(const Services& services, const Request& request) {
  const auto permit = file_permit(services, request);
  auto response = json_of(
      services.check_files
          .begin(services.book, permit, request.value("matter"), codes_of_file(services, request))
          .or_throw());
  response.status = 202;
  return response;
}

Response get_check_file(const Services& services, const Request& request) {
  return json_of(
      services.check_files.state(request.caller.unit(), request.value("number")).or_throw());
}

Response post_check_file_again(const Services& services, const Request& request) {
  return json_of(services.check_files
                     .go_on(services.book, file_permit(services, request), request.value("number"))
                     .or_throw());
}

Response get_check_answers(const Services& services, const Request& request) {
  const std::string& unit = request.caller.unit();
  const std::string& number = request.value("number");
  if (request.value("format") == "csv")
    return file_response(services.check_files.table(unit, number).or_throw(),
                         "text/csv; charset=utf-8", number + ".csv");
  if (request.value("format") != "jsonl")
    refuse(ErrorCode::not_found, "http.format", {"没有这种格式。", "There is no such format."},
           {"可用：csv、jsonl。", "Known: csv, jsonl."});
  return file_response(services.check_files.answers(unit, number).or_throw(),
                       "application/x-ndjson", number + ".jsonl");
}

// ---- what there is to check

template <class Terms, class E>
std::string name_in(const Terms& terms, E value) {
  return std::string(rulebook::term_of(terms, value).name);
}

Response get_matters(const Services& services, const Request&) {
  std::vector<MatterView> all;
  for (const auto& [id, matter] : services.book.matters) {
    MatterView view{id,           matter.label, name_in(rulebook::matter_kind_terms, matter.kind),
                    matter.basis, {},           matter.purposes,
                    {},           {},           matter.facts};
    view.article = {services.book.cite(matter.basis), services.book.cite(matter.basis, false)};
    for (const auto& [measure_id, measure] : services.book.measures) {
      if (counts_in(measure, matter)) view.measures.push_back(measure_id);
    }
    for (const auto& [limit_id, limit] : services.book.appointments) {
      if (counts_in(limit, matter)) view.limits.push_back(limit_id);
    }
    all.push_back(std::move(view));
  }
  return json_response(wire::to_line(all), Caching::steady);
}

Response get_measures(const Services& services, const Request&) {
  std::vector<MeasureView> all;
  for (const auto& [id, measure] : services.book.measures) {
    MeasureView view;
    view.id = id;
    view.label = measure.label;
    view.content = measure.content;
    view.effect = name_in(rulebook::measure_effect_terms, measure.effect);
    view.force = name_in(rulebook::force_terms, measure.force);
    view.measure_class = name_in(rulebook::measure_class_terms, measure.sort);
    for (const auto target : measure.targets)
      view.targets.push_back(name_in(rulebook::target_terms, target));
    view.basis = measure.basis;
    view.article = {services.book.cite(measure.basis), services.book.cite(measure.basis, false)};
    view.carried_out_by = measure.carried_out_by;
    for (const auto& ground : measure.grounds)
      view.grounds.push_back(ground.list.empty() ? ground.records.item : "list:" + ground.list);
    view.matters = measure.matters;
    view.months = measure.months;
    view.relation = measure.relation;
    view.proportion = measure.proportion;
    view.lifted_by = measure.lifted_by;
    view.from = measure.from;
    view.to = measure.to;
    view.provisional = measure.provisional;
    all.push_back(std::move(view));
  }
  return json_response(wire::to_line(all), Caching::steady);
}

}  // namespace

app::Permit admitted(const Services& services, const Request& request, const CheckForm& form) {
  app::Question question;
  question.purpose = form.purpose;
  question.matter = form.business.value_or("");
  question.consent = form.consent.value_or("");
  question.channel = "http";
  question.request = request.id;
  return services.gate.admit(services.book, request.caller, std::move(question)).or_throw();
}

std::vector<Route> check_routes() {
  using domain::Power;
  return {
      {"POST",
       "/api/v1/checks",
       {"核查：某事项上对主体有效的激励、惩戒和任职限制及其理由；正文即被签名的内容，证明在 "
        "Credence-Proof",
        "Check what is in force for one subject, or up to 1000, in a matter, and why; the body is "
        "what is signed, its proof is in Credence-Proof"},
       {},
       post_check,
       false,
       schema<app::CheckAnswer>,
       holder(Power::ask),
       json<CheckForm>()},
      {"POST",
       "/api/v1/checks/replay",
       {"重放一次核查：按当时的规则和记录，逐字节相同",
        "A past check again, byte for byte, by the rules and records of then"},
       {},
       post_replay,
       false,
       schema<app::CheckAnswer>,
       holder(Power::ask),
       json<ReplayForm>()},
      {"POST",
       "/api/v1/checks/comparison",
       {"过去一次核查与今天的差别", "What is different today from a past check"},
       {},
       post_comparison,
       false,
       schema<app::CheckComparison>,
       holder(Power::ask),
       json<ReplayForm>()},
      {"POST",
       "/api/v1/checks/files",
       {"文件核查（招投标等）：正文即 CSV 或 XLSX，有一列代码；最多 100000 个主体",
        "Check a file of subjects: the body is CSV or XLSX with a column of codes, at most 100 "
        "000"},
       {{"matter", "办理事项", "the matter", true},
        {"purpose", "查询目的", "purpose", true},
        {"business", "办件编号", "case number"}},
       now(post_check_file),
       true,
       schema<app::CheckFileState>,
       holder(Power::ask),
       {Body::Kind::file, nullptr}},
      {"GET",
       "/api/v1/checks/files/{number}",
       {"文件核查的进度", "How far a file of checks is"},
       {},
       now(get_check_file),
       false,
       schema<app::CheckFileState>,
       holder(Power::ask)},
      {"POST",
       "/api/v1/checks/files/{number}/again",
       {"继续中断的文件核查", "Go on with a file of checks that was interrupted"},
       {{"purpose", "查询目的", "purpose", true}, {"business", "办件编号", "case number"}},
       now(post_check_file_again),
       false,
       schema<app::CheckFileState>,
       holder(Power::ask)},
      {"GET",
       "/api/v1/checks/files/{number}/answers.{format}",
       {"文件核查的答复（csv、jsonl）", "The answers of a file of checks (csv, jsonl)"},
       {},
       now(get_check_answers),
       true,
       nullptr,
       holder(Power::ask)},
      {"GET",
       "/api/v1/matters",
       {"办理事项及其相关的措施", "Matters, and what counts in each"},
       {},
       now(get_matters),
       false,
       schema<std::vector<MatterView>>},
      {"GET",
       "/api/v1/measures",
       {"联合奖惩措施清单", "Rewards and constraints, with their articles"},
       {},
       now(get_measures),
       false,
       schema<std::vector<MeasureView>>},
  };
}

}  // namespace credence::http
