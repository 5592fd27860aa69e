// SPDX-License-Identifier: Apache-2.0
#include "app/intake/intake.h"

#include "app/access/sealed_files.h"
#include "app/access/vault.h"
#include "app/intake/batch_store.h"
#include "app/intake/finding.h"
#include "app/intake/loader.h"
#include "app/intake/pipeline.h"
#include "app/intake/rejects.h"
#include "app/intake/row_statements.h"
#include "domain/identifiers.h"

namespace credence::app {
namespace {

using rulebook::Item;
using rulebook::RuleBook;

constexpr std::size_t sample_rows = 4'000;  // what a packing dictionary is trained on

// ---- receipts

const rulebook::Check* check_named(const Item& item, std::string_view id) {
  for (const auto& check : item.checks) {
    if (id == "rule." + check.id) return &check;
  }
  return nullptr;
}

ErrorTotal total_of(const Item* item, const std::string& id, std::int64_t rows) {
  const auto* check = item == nullptr ? nullptr : check_named(*item, id);
  if (check != nullptr) return {id, check->message, check->basis, rows, check->warning};
  FindingKind kind = finding_kind(id);
  return {id, std::move(kind.message), std::move(kind.basis), rows, kind.warning};
}

std::string folder_name(std::int64_t number) { return "submissions/" + std::to_string(number); }

Receipt receipt_of(const RuleBook& book, const Batch& batch) {
  const Item* item = book.catalogue.by_number(batch.item);
  Receipt receipt;
  receipt.receipt = std::to_string(batch.number);
  receipt.item = item == nullptr ? std::to_string(batch.item) : item->id;
  if (item != nullptr) receipt.item_label = item->label;
  receipt.provider = batch.provider;
  receipt.provider_name = batch.provider_name;
  receipt.file_name = batch.file_name;
  receipt.file_sha256 = batch.file_sha256;
  receipt.file_bytes = batch.file_bytes;
  receipt.format = batch.format;
  receipt.encoding = batch.encoding;
  receipt.layout = batch.layout;
  receipt.received = batch.received;
  receipt.finished = batch.finished;
  receipt.edition = batch.edition;
  receipt.sent = batch.totals.sent;
  receipt.added = batch.totals.added;
  receipt.changed = batch.totals.changed;
  receipt.duplicate = batch.totals.duplicate;
  receipt.rejected = batch.totals.rejected;
  receipt.warned = batch.totals.warned;
  receipt.late = batch.totals.late;
  for (const auto& [id, rows] : batch.measures.findings)
    receipt.errors.push_back(total_of(item, id, rows));
  if (batch.finished && batch.totals.rejected > 0) {
    for (const char* name : {"rejects.csv", "rejects.xlsx"}) {
      receipt.reject_files.push_back(folder_name(batch.number) + "/" + name);
    }
  }
  return receipt;
}

Error no_receipt() {
  return make_error(ErrorCode::not_found, "intake.receipt_unknown",
                    {"没有这个回执。", "There is no such receipt."},
                    {"请核对回执号。", "Check the receipt number."});
}

Error not_yours() {
  return make_error(ErrorCode::forbidden, "receipt.not_yours",
                    {"逐行回执只交给报送该文件的提供单位。",
                     "A row's proof goes to the unit that sent the file."},
                    {"请以本单位代码、目的 own_submission 取回自己报送的回执。",
                     "Ask with your own unit's code, for the purpose own_submission."},
                    "SD-2020/12");
}

Error no_row() {
  return make_error(ErrorCode::not_found, "receipt.no_row",
                    {"该回执没有这一行，或其内容已依法销毁。",
                     "The receipt has no such row, or what it said was lawfully destroyed."},
                    {"行号以原文件中的行号为准。", "Rows are counted as in the original file."});
}

// Whom the row at an entry is about; nobody when it was refused.
std::optional<SubjectId> subject_at_leaf(store::Session& sql, std::int64_t leaf) {
  if (const auto record = store::record_at_leaf(sql, leaf)) return record->columns.subject;
  if (const auto duplicate = duplicate_at_leaf(sql, leaf)) return duplicate->subject;
  return std::nullopt;
}

std::string book_item(int number) { return "row of item " + std::to_string(number); }

// ---- before a file is taken

Error unknown_item(std::string_view item) {
  return make_error(ErrorCode::not_found, "intake.item_unknown",
                    {"目录中没有事项“" + std::string(item) + "”。",
                     "There is no item “" + std::string(item) + "” in the catalogue."},
                    {"可用事项见 credence rules items。", "credence rules items lists them."},
                    "SD-2020/10");
}

std::optional<Error> check_provider(const RuleBook& book, const std::string& code, Date today) {
  const auto verdict = domain::check_code(domain::Scheme::uscc, code, book.regions, today);
  if (verdict.well_formed) return std::nullopt;
  return make_error(
      ErrorCode::invalid, "intake.provider",
      {"提供单位代码“" + code + "”有误：" + verdict.faults.front().message.zh,
       "The provider's code “" + code + "” is wrong: " + verdict.faults.front().message.en},
      {"请填写本单位的统一社会信用代码。", "Give your unit's unified social credit code."},
      "SD-2020/12");
}

Error no_rows() {
  return make_error(
      ErrorCode::invalid, "intake.no_rows",
      {"文件只有表头，没有数据行。", "The file has a header and no rows."},
      {"请填写数据后再报送；当期没有数据的无需报送。",
       "Fill in rows and send it again; when there is nothing to report, nothing need be sent."});
}

// The plan of a submission, and what it needs to live.
struct Prepared {
  const Item* item = nullptr;
  FileFacts facts;
  std::unique_ptr<Table> table;
  ColumnMap map;
};

Result<Prepared> prepare(const RuleBook& book, const Submission& submission, FileFacts facts) {
  Prepared prepared;
  prepared.item = book.catalogue.find(submission.item);
  prepared.facts = std::move(facts);
  auto table = submission.open(submission.file);
  if (!table) return table.error();
  prepared.table = std::move(*table);
  auto map = map_columns(book, *prepared.item, prepared.table->header());
  if (!map) return map.error();
  prepared.map = std::move(*map);
  return prepared;
}

Result<RowBlock> sample_of(const Submission& submission) {
  const auto table = submission.open(submission.file);
  if (!table) return table.error();
  RowBlock sample;
  if (!(*table)->next_block(sample, sample_rows)) return no_rows();
  return sample;
}

Batch new_batch(const RuleBook& book, const Submission& submission, const Prepared& prepared) {
  const TableNotes& notes = prepared.table->notes();
  Batch batch;
  batch.id = batch_id(submission.provider, prepared.item->number, prepared.facts.sha256);
  batch.provider = submission.provider;
  batch.provider_name = submission.provider_name;
  batch.item = prepared.item->number;
  batch.file_sha256 = prepared.facts.sha256;
  batch.file_name =
      submission.file_name.empty() ? submission.file.filename().string() : submission.file_name;
  batch.file_bytes = static_cast<std::int64_t>(prepared.facts.bytes);
  batch.format = notes.format;
  batch.encoding = notes.encoding;
  batch.layout = prepared.map.layout;
  batch.edition = book.edition;
  return batch;
}

// The item's dictionary; trained on this file when there is none and the file is long enough to be
// worth it.
store::Dictionaries::Entry dictionary_for(store::Database& database,
                                          store::Dictionaries& dictionaries, const CheckPlan& plan,
                                          const RowBlock& sample) {
  auto entry = dictionaries.current(database.read().sql(), plan.item.number);
  if (entry.id != 0 || sample.size() < sample_rows / 2) return entry;
  entry.bytes = store::train_dictionary(RowChecker(plan).samples(sample));
  if (entry.bytes.empty()) return entry;
  database.facts().run([&](store::Write& write) {
    entry.id = dictionaries.add(write, plan.item.number, entry.bytes);
  });
  return entry;
}

// What the log will say of the reject files, so that a changed one is found.
std::vector<KeptFile> kept_files(const std::filesystem::path& folder,
                                 const std::vector<std::string>& names) {
  std::vector<KeptFile> files;
  for (const auto& name : names) files.push_back({name, file_facts(folder / name).sha256});
  return files;
}

}  // namespace

// One submission of one file at a time.
class Intake::OnlyOne {
 public:
  OnlyOne(Intake& intake, BatchId id) : intake_(intake), id_(id) {
    const std::lock_guard lock(intake_.mutex_);
    ours_ = intake_.running_.try_emplace(id_).second;
  }
  ~OnlyOne() {
    if (!ours_) return;
    const std::lock_guard lock(intake_.mutex_);
    intake_.running_.erase(id_);
  }
  OnlyOne(const OnlyOne&) = delete;
  OnlyOne& operator=(const OnlyOne&) = delete;
  bool ours() const { return ours_; }
  void note(const Progress& so_far) {
    const std::lock_guard lock(intake_.mutex_);
    intake_.running_[id_] = so_far;
  }

 private:
  Intake& intake_;
  BatchId id_;
  bool ours_;
};

Intake::Intake(store::Database& database, store::Dictionaries& dictionaries, const Vault& vault)
    : database_(database), dictionaries_(dictionaries), vault_(vault) {}

Result<Receipt> Intake::submit(const RuleBook& book, const Submission& submission,
                               const std::function<void(const Progress&)>& progress) {
  const Item* item = book.catalogue.find(submission.item);
  if (item == nullptr) return unknown_item(submission.item);
  if (auto wrong = check_provider(book, submission.provider, forever)) return std::move(*wrong);
  auto facts = file_facts(submission.file);
  const BatchId id = batch_id(submission.provider, item->number, facts.sha256);
  OnlyOne only(*this, id);
  if (!only.ours()) {
    return make_error(ErrorCode::conflict, "intake.running",
                      {"同一文件正在处理中。", "This very file is being taken in now."},
                      {"请稍候，再查询回执。", "Wait a moment, then ask for the receipt."});
  }
  if (const auto before = find_batch(database_.read().sql(), id); before && before->finished) {
    Receipt first = receipt_of(book, *before);
    first.first_time = false;
    return first;
  }
  auto prepared = prepare(book, submission, std::move(facts));
  if (!prepared) return prepared.error();
  auto first_rows = sample_of(submission);
  if (!first_rows) return first_rows.error();

  originals(database_.folder()).keep(vault_, submission.file, prepared->facts);
  Progress so_far{0, 0, prepared->facts.bytes};
  only.note(so_far);  // before the receipt is there to be asked for
  Batch batch =
      begin_batch(database_.facts(), vault_.random(), new_batch(book, submission, *prepared));
  CheckPlan check{
      book, *item, prepared->map, vault_, {batch.number, batch.provider, batch.received}, {}, 0};
  const auto dictionary = dictionary_for(database_, dictionaries_, check, *first_rows);
  check.packing_dictionary = dictionary.bytes;
  check.packing_dictionary_id = dictionary.id;
  check.unlogged = database_.location().unlogged;
  *first_rows = RowBlock();

  const auto folder = database_.folder() / folder_name(batch.number);
  RejectJournal journal(folder, batch.reject_bytes);
  const std::int64_t rows_done = batch.rows_done;
  Loader loader({database_, vault_, *item}, std::move(batch), journal);
  so_far.rows = rows_done;
  run_pipeline(*prepared->table, check, rows_done, [&](CheckedBlock block) {
    so_far.rows += static_cast<std::int64_t>(block.block.size());
    loader.take(std::move(block));
    so_far.bytes_read = prepared->table->bytes_read();
    only.note(so_far);
    if (progress) progress(so_far);
  });
  Batch done = loader.finish();
  const auto files =
      kept_files(folder, write_reject_files(folder, *item, prepared->table->header()));
  database_.facts().run(
      [&](store::Write& write) { finish_batch(write, vault_.random(), done, files); });
  return receipt_of(book, *find_batch(database_.read().sql(), done.number));
}

// REQUIRES: mutex_ is held since before the batch was read, so that one that ends meanwhile is
// still among those that run.
Receipt Intake::receipt_now(const RuleBook& book, const Batch& batch) const {
  Receipt receipt = receipt_of(book, batch);
  const auto running = running_.find(batch.id);
  if (!receipt.finished && running != running_.end()) receipt.progress = running->second;
  return receipt;
}

Result<Receipt> Intake::receipt(const RuleBook& book, std::string_view number) const {
  const std::lock_guard lock(mutex_);
  const auto batch = find_batch(database_.read().sql(), number);
  if (!batch) return no_receipt();
  return receipt_now(book, *batch);
}

std::vector<Receipt> Intake::receipts(const RuleBook& book, std::string_view provider,
                                      std::string_view item, int limit) const {
  const Item* wanted = item.empty() ? nullptr : book.catalogue.find(item);
  if (!item.empty() && wanted == nullptr) return {};
  const std::lock_guard lock(mutex_);
  std::vector<Receipt> receipts;
  for (const auto& batch : find_batches(database_.read().sql(), provider,
                                        wanted == nullptr ? 0 : wanted->number, limit)) {
    receipts.push_back(receipt_now(book, batch));
  }
  return receipts;
}

Result<RefusedPage> Intake::refused_rows(const RuleBook& book, std::string_view number,
                                         std::string_view after, std::size_t most) const {
  const auto batch = find_batch(database_.read().sql(), number);
  if (!batch) return no_receipt();
  return refused_page(database_.folder(), book, *batch, after, most);
}

Result<Pending<std::string>> Intake::row_proof(const Permit& permit, std::string_view provider,
                                               std::string_view receipt, std::int64_t row) const {
  const auto lease = database_.read();
  auto& sql = lease.sql();
  const auto batch = find_batch(sql, receipt);
  if (!batch) return no_receipt();
  if (permit.question().purpose != "own_submission" || batch->provider != provider)
    return not_yours();
  const auto run = run_of_row(sql, batch->number, row);
  if (!run) return no_row();
  const std::int64_t leaf = run->leaf_of(row);
  RowStatements statements(sql, dictionaries_, vault_, database_.folder());
  const auto said = statements.at(leaf);
  if (!said) return no_row();
  std::vector<AccessEntry> entries;
  if (const auto subject = subject_at_leaf(sql, leaf)) {
    entries.push_back({*subject, book_item(batch->item), 1, 0});
  }
  return Pending<std::string>(
      proof_text(sql, store::Lane::facts, static_cast<std::uint64_t>(leaf), *said),
      std::move(entries));
}

Result<void> Intake::original(std::string_view receipt, const std::filesystem::path& to) const {
  const auto batch = find_batch(database_.read().sql(), receipt);
  if (!batch) return no_receipt();
  return originals(database_.folder()).restore(vault_, batch->file_sha256, to);
}

}  // namespace credence::app
