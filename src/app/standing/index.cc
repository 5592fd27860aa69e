// SPDX-License-Identifier: Apache-2.0
#include "app/standing/index.h"

#include <algorithm>
#include <bit>
#include <future>
#include <optional>
#include <set>
#include <thread>
#include <unordered_map>

#include "app/access/audit.h"

namespace credence::app {
namespace {

using domain::RecordHead;

constexpr std::size_t readers = 2;
// So many changed subjects are kept beside the sorted heads before they are merged into them.
constexpr std::size_t changes_min = 4'096, changes_share = 8;

struct BySubject {
  bool operator()(const RecordHead& a, const RecordHead& b) const {
    return std::pair(a.subject, a.record) < std::pair(b.subject, b.record);
  }
};

}  // namespace

// Sorted heads with a directory over the leading bits of the subject's number, which is a hash and
// so evenly spread; and what changed since, by subject.
class StandingIndex::Heads {
 public:
  explicit Heads(std::vector<RecordHead> sorted) { take(std::move(sorted)); }

  std::span<const RecordHead> of(SubjectId subject) const {
    if (const auto changed = changed_.find(subject); changed != changed_.end())
      return changed->second;
    return stored(subject);
  }

  void apply(const std::vector<store::HeadChange>& changes, const rulebook::Consequences& rules,
             Date today) {
    for (const store::HeadChange& change : changes) {
      auto [at, fresh] = changed_.try_emplace(change.subject);
      auto& heads = at->second;
      if (fresh) {
        const auto before = stored(change.subject);
        heads.assign(before.begin(), before.end());
      }
      std::erase_if(heads, [&](const RecordHead& one) { return one.record == change.record; });
      if (change.head && matters(*change.head, rules, today))
        heads.insert(std::ranges::lower_bound(heads, change.record, {}, &RecordHead::record),
                     *change.head);
    }
    if (changed_.size() > changes_min + sorted_.size() / changes_share) merge();
  }

  void each(const std::function<void(const RecordHead&)>& take) const {
    std::vector<SubjectId> subjects;
    for (const auto& [subject, heads] : changed_) subjects.push_back(subject);
    std::ranges::sort(subjects);
    auto next = subjects.begin();
    const auto take_changed = [&](SubjectId upto) {
      for (; next != subjects.end() && *next < upto; ++next)
        std::ranges::for_each(changed_.at(*next), take);
    };
    for (const RecordHead& head : sorted_) {
      take_changed(head.subject);
      if (!changed_.contains(head.subject)) take(head);
    }
    take_changed(SubjectId(INT64_MAX));
  }

  IndexSize size() const {
    IndexSize size;
    SubjectId last(-1);
    each([&](const RecordHead& head) {
      ++size.heads;
      if (head.subject != last) ++size.subjects;
      last = head.subject;
    });
    size.bytes =
        sorted_.capacity() * sizeof(RecordHead) + directory_.capacity() * sizeof(std::uint32_t);
    for (const auto& [subject, heads] : changed_)
      size.bytes += sizeof(std::pair<SubjectId, std::vector<RecordHead>>) + 2 * sizeof(void*) +
                    heads.capacity() * sizeof(RecordHead);
    return size;
  }

  // Whether a head can mean something today or later: what cannot is not kept.
  static bool matters(const RecordHead& head, const rulebook::Consequences& rules, Date today) {
    const auto done = rules.done_by(head);
    return !done || today < *done;
  }

 private:
  // Some eight heads share a place of the directory.
  void take(std::vector<RecordHead> sorted) {
    sorted_ = std::move(sorted);
    sorted_.shrink_to_fit();
    bits_ = static_cast<unsigned>(std::bit_width(sorted_.size() / 8));
    directory_.assign((std::size_t{1} << bits_) + 1, 0);
    for (const RecordHead& head : sorted_) ++directory_[place(head.subject) + 1];
    for (std::size_t i = 1; i < directory_.size(); ++i) directory_[i] += directory_[i - 1];
  }
  std::size_t place(SubjectId subject) const {
    return bits_ == 0 ? 0 : static_cast<std::size_t>(subject.value >> (63 - bits_));
  }
  std::span<const RecordHead> stored(SubjectId subject) const {
    const std::size_t at = place(subject);
    const std::span<const RecordHead> near(sorted_.data() + directory_[at],
                                           sorted_.data() + directory_[at + 1]);
    const auto found = std::ranges::equal_range(near, subject, {}, &RecordHead::subject);
    return {found.begin(), found.end()};
  }
  void merge() {
    std::vector<RecordHead> all;
    all.reserve(sorted_.size() + changed_.size());
    each([&](const RecordHead& head) { all.push_back(head); });
    changed_.clear();
    take(std::move(all));
  }

  std::vector<RecordHead> sorted_;
  std::vector<std::uint32_t> directory_;
  unsigned bits_ = 0;
  std::unordered_map<SubjectId, std::vector<RecordHead>> changed_;
};

StandingIndex::StandingIndex(store::Database& database, const rulebook::Consequences& rules)
    : database_(database), rules_(rules) {}
StandingIndex::~StandingIndex() = default;

std::vector<RecordHead> read_all_heads(store::Database& database, std::span<const int> items,
                                       store::FactsPosition& position) {
  position = store::facts_position(database.read().sql());
  std::vector<std::future<std::vector<RecordHead>>> parts;
  // The numbers are hashes, so equal stretches of them hold about equally many.
  const std::int64_t stretch = INT64_MAX / static_cast<std::int64_t>(readers) + 1;
  for (std::size_t i = 0; i < readers; ++i) {
    const std::int64_t first = stretch * static_cast<std::int64_t>(i);
    const std::int64_t last = i + 1 == readers ? INT64_MAX : first + stretch - 1;
    parts.push_back(std::async(std::launch::async, [&database, items, first, last] {
      std::vector<RecordHead> heads;
      const auto lease = database.read();
      store::each_head(lease.sql(), items, SubjectId(first), SubjectId(last),
                       [&](const RecordHead& head) { heads.push_back(head); });
      std::ranges::sort(heads, BySubject());
      return heads;
    }));
  }
  std::vector<RecordHead> all;
  for (auto& part : parts) {
    auto heads = part.get();
    all.insert(all.end(), heads.begin(), heads.end());
  }
  return all;
}

std::unique_ptr<StandingIndex::Heads> StandingIndex::read_anew(
    store::FactsPosition& position) const {
  auto heads = read_all_heads(database_, rules_.items(), position);
  const Date today = position.known.day();
  std::erase_if(heads, [&](const RecordHead& one) { return !Heads::matters(one, rules_, today); });
  return std::make_unique<Heads>(std::move(heads));
}

// On the thread whose turn it is.
void StandingIndex::follow() {
  const std::uint64_t commits = database_.facts().commits();
  store::FactsPosition position = position_;
  std::unique_ptr<Heads> fresh;
  if (!heads_) fresh = read_anew(position);
  for (bool exact = false; !exact;) {
    const auto lease = database_.read();
    const auto now = store::facts_position(lease.sql());
    const auto changes =
        store::heads_changed(lease.sql(), rules_.items(), position.entries, now.entries);
    exact = !changes.erased;
    if (!exact) {
      fresh = read_anew(position);
    } else if (fresh) {
      // The sessions that read anew may have been a little later than the position they gave.
      fresh->apply(changes.changes, rules_, now.known.day());
    }
    if (!exact) continue;
    const std::unique_lock lock(data_);
    if (fresh) {
      heads_ = std::move(fresh);
    } else {
      heads_->apply(changes.changes, rules_, now.known.day());
    }
    position_ = now;
  }
  commits_seen_.store(commits, std::memory_order_release);
}

store::FactsPosition StandingIndex::catch_up() {
  const bool alone = database_.engine() == store::Engine::sqlite;
  if (!alone || commits_seen_.load(std::memory_order_acquire) != database_.facts().commits()) {
    std::unique_lock turn(turn_);
    const std::uint64_t wanted = begun_ + 1;
    while (done_ < wanted) {
      if (reading_) {
        turned_.wait(turn);
        continue;
      }
      reading_ = true;
      const std::uint64_t mine = ++begun_;
      turn.unlock();
      std::exception_ptr failed;
      try {
        follow();
      } catch (...) {
        failed = std::current_exception();
      }
      turn.lock();
      reading_ = false;
      if (!failed) done_ = mine;
      turned_.notify_all();
      if (failed) std::rethrow_exception(failed);
    }
  }
  const std::shared_lock lock(data_);
  return position_;
}

Found StandingIndex::of(SubjectId subject) {
  catch_up();
  const std::shared_lock lock(data_);
  const auto heads = heads_->of(subject);
  return {{heads.begin(), heads.end()}, position_};
}

std::vector<Found> StandingIndex::of(std::span<const SubjectId> subjects) {
  catch_up();
  const std::shared_lock lock(data_);
  std::vector<Found> all;
  all.reserve(subjects.size());
  for (const SubjectId subject : subjects) {
    const auto heads = heads_->of(subject);
    all.push_back({{heads.begin(), heads.end()}, position_});
  }
  return all;
}

IndexSize StandingIndex::size() const {
  const std::shared_lock lock(data_);
  IndexSize size = heads_ ? heads_->size() : IndexSize();
  size.position = position_;
  return size;
}

void StandingIndex::each(const std::function<void(const RecordHead&)>& take) const {
  const std::shared_lock lock(data_);
  if (heads_) heads_->each(take);
}

store::HeadChanges StandingIndex::changes_since(std::uint64_t entries) const {
  const auto lease = database_.read();
  return store::heads_changed(lease.sql(), rules_.items(), entries,
                              store::facts_position(lease.sql()).entries);
}

namespace {

// What was committed after the audit's snapshot: the index may hold it, and the snapshot does not.
// Nothing when something was destroyed since, and nobody can tell which heads went.
using HeadName = std::pair<SubjectId, RecordKey>;
std::optional<std::set<HeadName>> changed_since_snapshot(Audit& audit, const StandingIndex& index) {
  const auto since = index.changes_since(store::facts_position(audit.facts()).entries);
  if (since.erased) return std::nullopt;
  std::set<HeadName> names;
  for (const auto& change : since.changes) names.emplace(change.subject, change.record);
  return names;
}

}  // namespace

void audit_standing(Audit& audit, StandingIndex& index) {
  const Date today = index.catch_up().known.day();
  std::vector<RecordHead> held;
  index.each([&](const RecordHead& head) { held.push_back(head); });
  std::vector<RecordHead> stored;
  store::each_head(audit.facts(), index.rules().items(), SubjectId(0), SubjectId(INT64_MAX),
                   [&](const RecordHead& head) { stored.push_back(head); });
  std::ranges::sort(stored, BySubject());
  const auto over = [&](const RecordHead& head) {
    const auto done = index.rules().done_by(head);
    return done && *done <= today;
  };
  // What has run out may still be held; it means nothing.
  const auto later = changed_since_snapshot(audit, index);
  if (!later) return audit.count("heads", 0);
  const auto passed_over = [&](const RecordHead& head) {
    return over(head) || later->contains({head.subject, head.record});
  };
  std::erase_if(stored, passed_over);
  std::erase_if(held, passed_over);
  audit.count("heads", static_cast<std::int64_t>(stored.size()));
  const auto differ = [&](const RecordHead& head) {
    audit.differ("fsck.standing",
                 "subject " + std::to_string(head.subject.value) + " record " +
                     std::to_string(head.record.value),
                 {"在行索引与记录不一致。", "The standing index differs from the record."});
  };
  auto a = stored.begin();
  auto b = held.begin();
  while (a != stored.end() || b != held.end()) {
    const bool less = b == held.end() || (a != stored.end() && BySubject()(*a, *b));
    const bool more = a == stored.end() || (b != held.end() && BySubject()(*b, *a));
    if (less || more || *a != *b) differ(less ? *a : more ? *b : *a);
    if (!more) ++a;
    if (!less) ++b;
  }
}

}  // namespace credence::app
