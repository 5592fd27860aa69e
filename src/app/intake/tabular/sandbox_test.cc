// SPDX-License-Identifier: Apache-2.0
#include "app/intake/tabular/sandbox.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unicode/unistr.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <functional>
#include <thread>

#include "app/intake/tabular/frames.h"
#include "base/clock.h"
#include "support/place.h"
#include "support/program.h"
#include "support/tables.h"

namespace credence::app {
namespace {

using namespace credence::testing;
using ::testing::HasSubstr;

// ---- the walls, tried from inside

// What becomes of a process that enters the sandbox, reading `file`, and does this.
int status_of(const std::filesystem::path& file, const std::function<void()>& attempt) {
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(::open(file.c_str(), O_RDONLY), STDIN_FILENO);
    ::dup2(::open("/dev/null", O_WRONLY), STDOUT_FILENO);
    if (!enter_sandbox({})) std::_Exit(99);
    attempt();
    std::_Exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return status;
}

class Walls : public ::testing::Test {
 protected:
  Walls() { std::ofstream(file_) << "a,b\n"; }
  int status(const std::function<void()>& attempt) const { return status_of(file_, attempt); }
  bool stops(const std::function<void()>& attempt) const {
    const int became = status(attempt);
    return WIFSIGNALED(became) && WTERMSIG(became) == SIGSYS;
  }

 private:
  TemporaryFolder folder_;
  std::filesystem::path file_ = folder_.path() / "a.csv";
};

TEST_F(Walls, ReadingWritingAndMemoryAreFree) {
  const int became = status([] {
    std::array<char, 4> bytes{};
    const std::string much(32 << 20, 'x');
    const bool good = ::pread(STDIN_FILENO, bytes.data(), bytes.size(), 0) == 4 &&
                      ::write(STDOUT_FILENO, much.data(), 10) == 10;
    if (!good) std::_Exit(1);
  });
  EXPECT_TRUE(WIFEXITED(became) && WEXITSTATUS(became) == 0) << became;
}

TEST_F(Walls, NothingElseIs) {
  EXPECT_TRUE(stops([] { (void)::open("/etc/passwd", O_RDONLY); }));
  EXPECT_TRUE(stops([] { (void)::socket(AF_INET, SOCK_STREAM, 0); }));
  EXPECT_TRUE(stops([] { (void)::execl("/bin/true", "true", nullptr); }));
  EXPECT_TRUE(stops([] { (void)::fork(); }));
  EXPECT_TRUE(stops([] { (void)::kill(::getppid(), 0); }));
  EXPECT_TRUE(stops([] { (void)::write(STDERR_FILENO, "x", 1); }));
  EXPECT_TRUE(stops([] { (void)::unlink("/nowhere"); }));
  EXPECT_TRUE(stops([] { std::thread([] {}).join(); }));
  EXPECT_TRUE(stops([] {
    (void)::mmap(nullptr, 4'096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  }));
  EXPECT_TRUE(stops([] { (void)::mmap(nullptr, 4'096, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0); }));
  EXPECT_TRUE(stops([] { (void)::raise(SIGTERM); }));
}

TEST_F(Walls, OtherDescriptorsAreClosed) {
  const int other = ::open("/dev/null", O_RDONLY);
  EXPECT_TRUE(stops([other] {
    char byte = 0;
    (void)::pread(other, &byte, 1, 0);
  }));
  ::close(other);
}

// ---- files

class Sandbox : public ::testing::Test {
 protected:
  std::filesystem::path path(const std::string& name) const { return folder_.path() / name; }
  std::filesystem::path file(const std::string& bytes) const {
    std::ofstream(path("file"), std::ios::binary) << bytes;
    return path("file");
  }
  static TableOpener apart(const SandboxLimits& limits = {}) {
    return reading_apart(credence_program(), limits);
  }
  // A file that takes a while and says little: every line begins an endless row.
  std::filesystem::path slow_file() const {
    std::string text = "a,b\n";
    while (text.size() < (64 << 20)) text += "\"a\"b,\"c\n";
    return file(text);
  }
  std::filesystem::path long_file() const {
    std::string text = "a,b\n";
    for (int i = 0; i < 2'000'000; ++i) text += std::to_string(i) + ",x\n";
    return file(text);
  }

 private:
  TemporaryFolder folder_;
};

std::string in_encoding(const std::string& utf8, const std::string& name) {
  if (name == "UTF-8") return utf8;
  if (name == "UTF-8 with BOM") return "\xEF\xBB\xBF" + utf8;
  const auto text = icu::UnicodeString::fromUTF8("\uFEFF" + utf8);
  const auto from = text.tempSubString(name == "GB18030" ? 1 : 0);
  std::string bytes(static_cast<std::size_t>(text.length()) * 4 + 4, '\0');
  const auto size = from.extract(0, from.length(), bytes.data(),
                                 static_cast<std::uint32_t>(bytes.size()), name.c_str());
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

// Texts of rows good and bad, in every form and encoding.
rc::Gen<std::string> csv_text() {
  const auto piece =
      rc::gen::element<std::string>("甲", "山东省", ",", "\"", "\"\"", "\n", "\r\n", "x", " ", "\t",
                                    std::string(1, '\0'), "㐀", "0012", "行政处罚决定书");
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](const auto& pieces) {
    std::string text = "名称,代码,备注\n甲,1,\n";
    for (const auto& one : pieces) text += one;
    return text;
  });
}

RC_GTEST_FIXTURE_PROP(Sandbox, ReadsTextAsItIsReadHere, ()) {
  const auto name =
      *rc::gen::element<std::string>("UTF-8", "UTF-8 with BOM", "GB18030", "UTF-16LE", "UTF-16BE");
  const auto from = file(in_encoding(*csv_text(), name));
  const auto here = read_whole(open_table(from));
  RC_ASSERT(read_whole(apart()(from)) == here);
  RC_ASSERT(here.encoding == name);
  RC_TAG(name);
}

RC_GTEST_FIXTURE_PROP(Sandbox, ReadsJsonLinesAsTheyAreReadHere, ()) {
  const auto line = rc::gen::element<std::string>(
      R"({"名称":"甲","数":12.50})", R"({"名称":null,"真":true})", R"({"名称":{"x":1}})",
      "not json", "", R"({"a":1,"a":2})", R"({"x":"\u0000"})", "{\"名称\":\"\xC9\xBD\"}");
  std::string text = "{\"名称\":\"甲\",\"数\":1}\n";
  for (const auto& one : *rc::gen::container<std::vector<std::string>>(line)) text += one + "\n";
  const auto from = file(text);
  RC_ASSERT(read_whole(apart()(from)) == read_whole(open_table(from)));
}

RC_GTEST_FIXTURE_PROP(Sandbox, ReadsWorkbooksAsTheyAreReadHere, ()) {
  const auto one = rc::gen::element<std::string>(
      cell("A2", "甲"), cell("B2", "x&amp;y"), "<c r=\"A2\"><v>12.5</v></c>",
      "<c r=\"B2\"><f>1</f></c>", "<c r=\"A2\" t=\"e\"><v>#REF!</v></c>", "<c t=\"s\"><v>1</v></c>",
      "<c r=\"Z9\"/>", cell("C2", "\xFF"), "</row><row>", "</row>", "<row r=\"9\">");
  std::string rows = "<row>";
  for (const auto& part : *rc::gen::container<std::vector<std::string>>(one)) rows += part;
  write_workbook(path("a.xlsx"), sheet_head + rows + "</row>" + sheet_tail,
                 {{"xl/sharedStrings.xml", "<sst><si><t>零</t></si><si><t>一</t></si></sst>"}});
  RC_ASSERT(read_whole(apart()(path("a.xlsx"))) == read_whole(open_table(path("a.xlsx"))));
}

TEST_F(Sandbox, ALongFileComesWholeWhateverIsAskedAtOnce) {
  const auto from = long_file();
  const auto here = read_whole(open_table(from), 2'048);
  ASSERT_EQ(here.rows.size(), 2'000'000U);
  for (const std::size_t at_once : {2'048U, 100'000U})
    EXPECT_TRUE(read_whole(apart()(from), at_once) == here);
}

TEST_F(Sandbox, ProgressIsTold) {
  const auto from = long_file();
  const auto table = apart()(from).or_throw();
  RowBlock block;
  ASSERT_TRUE(table->next_block(block, 2'048));
  EXPECT_GT(table->bytes_read(), 0U);
  EXPECT_LT(table->bytes_read(), std::filesystem::file_size(from) / 2);
}

// ---- a child that goes too far

TEST_F(Sandbox, TooMuchMemoryEndsTheChildOnly) {
  SandboxLimits limits;
  limits.address_space_bytes = 400 << 20;
  write_workbook(
      path("a.xlsx"), sheet_head + sheet_tail,
      {{"xl/sharedStrings.xml", "<sst><si><t>" + std::string(200 << 20, 'x') + "</t></si></sst>"},
       {"ballast", SeededRandom(3).bytes(2 << 20)}});
  const auto got = read_whole(apart(limits)(path("a.xlsx")));
  EXPECT_EQ(got.error, "intake.sandbox");
  EXPECT_THAT(got.words, HasSubstr("400 MiB"));
}

TEST_F(Sandbox, TooMuchProcessorTimeEndsTheChildOnly) {
  SandboxLimits limits;
  limits.processor_seconds = 1;
  const auto got = read_whole(apart(limits)(slow_file()), 2'048);
  EXPECT_EQ(got.error, "intake.sandbox");
  EXPECT_THAT(got.words, HasSubstr("1 s of a processor"));
}

TEST_F(Sandbox, WaitingHasAnEndToo) {
  SandboxLimits limits;
  limits.waiting_seconds = 1;
  const auto got = read_whole(apart(limits)(slow_file()), 2'048);
  EXPECT_EQ(got.error, "intake.sandbox");
  EXPECT_THAT(got.words, HasSubstr("1 s without a result"));
}

TEST_F(Sandbox, ASlowParentIsNotTheChildsFault) {
  SandboxLimits limits;
  limits.waiting_seconds = 1;
  const auto table = apart(limits)(long_file()).or_throw();
  std::this_thread::sleep_for(std::chrono::milliseconds(1'200));
  ReadFile out;
  read_rows(*table, 2'048, out);
  EXPECT_EQ(out.rows.size(), 2'000'000U);
}

TEST_F(Sandbox, WithoutTheProgramNothingIsRead) {
  const auto table = reading_apart("/nowhere/credence")(file("a,b\n1,2\n"));
  ASSERT_FALSE(table.has_value());
  EXPECT_EQ(table.error().id, "intake.sandbox_unavailable");
  EXPECT_EQ(table.error().code, ErrorCode::unavailable);
}

// A program that answers, but not as a reader of ours would.
TEST_F(Sandbox, WhatNoReaderSaysIsNotBelieved) {
  const auto liar = path("liar");
  std::ofstream(liar) << "#!/bin/sh\nexec /bin/cat /dev/zero\n";
  std::filesystem::permissions(liar, std::filesystem::perms::owner_all);
  const auto table = reading_apart(liar)(file("a,b\n"));
  ASSERT_FALSE(table.has_value());
  EXPECT_EQ(table.error().id, "intake.sandbox");
}

// ---- nothing stays behind

std::vector<pid_t> children_of(pid_t process) {
  std::vector<pid_t> children;
  for (const auto& thread :
       std::filesystem::directory_iterator("/proc/" + std::to_string(process) + "/task")) {
    std::ifstream in(thread.path() / "children");
    for (pid_t child = 0; in >> child;) children.push_back(child);
  }
  return children;
}

std::size_t open_descriptors() {
  const std::filesystem::directory_iterator all("/proc/self/fd");
  return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}

TEST_F(Sandbox, NeitherChildNorDescriptorStays) {
  const auto before = open_descriptors();
  const auto from = long_file();
  {
    const auto unfinished = apart()(from).or_throw();
    EXPECT_EQ(children_of(::getpid()).size(), 1U);
    (void)read_whole(apart()(file("")));
    (void)reading_apart("/nowhere")(from);
  }
  EXPECT_TRUE(children_of(::getpid()).empty());
  EXPECT_EQ(open_descriptors(), before);
}

TEST_F(Sandbox, AChildKilledFromOutsideIsTold) {
  const auto table = apart()(long_file()).or_throw();
  for (const auto child : children_of(::getpid())) ::kill(child, SIGKILL);
  ReadFile out;
  EXPECT_THROW(read_rows(*table, 2'048, out), Failure);
}

// Also when its parent has no time to say goodbye.
TEST_F(Sandbox, AChildEndsWithItsParent) {
  const auto from = long_file();
  std::array<int, 2> pipe{};
  ASSERT_EQ(::pipe(pipe.data()), 0);
  const pid_t parent = ::fork();
  if (parent == 0) {
    const auto table = apart()(from);
    const auto children = children_of(::getpid());
    const pid_t child = children.empty() ? 0 : children.front();
    (void)!::write(pipe[1], &child, sizeof child);
    ::kill(::getpid(), SIGKILL);
  }
  pid_t child = 0;
  ASSERT_EQ(::read(pipe[0], &child, sizeof child), static_cast<ssize_t>(sizeof child));
  ::waitpid(parent, nullptr, 0);
  ASSERT_GT(child, 0);
  const auto gone = [child] {
    std::ifstream status("/proc/" + std::to_string(child) + "/stat");
    std::string number, name, state;
    return !(status >> number >> name >> state) || state == "Z" || state == "X";
  };
  for (int i = 0; i < 100 && !gone(); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  EXPECT_TRUE(gone());
  ::close(pipe[0]);
  ::close(pipe[1]);
}

TEST_F(Sandbox, ManyAtOnce) {
  const auto from = file("名称,代码\n甲,1\n乙,2\n");
  const auto here = read_whole(open_table(from));
  std::vector<std::thread> threads;
  std::atomic<int> same = 0;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] {
      for (int k = 0; k < 5; ++k) same += read_whole(apart()(from)) == here ? 1 : 0;
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(same, 40);
}

// ---- frames, believed by nobody

std::string content_of(const std::string& frame) { return frame.substr(sizeof(FrameHead)); }

std::string some_rows() {
  RowBlock rows;
  for (int i = 1; i <= 3; ++i) {
    rows.begin_row(i * 2);
    rows.add_cell("甲");
    rows.add_cell(std::to_string(i));
    if (i == 2) rows.add_fault(make_error(ErrorCode::invalid, "row.x", {"错", "wrong"}));
    rows.end_row();
  }
  return content_of(rows_frame(rows, 99));
}

bool takes_all(std::string content) {
  FrameRows rows;
  if (!rows.begin(std::move(content))) return false;
  RowBlock block;
  while (!rows.empty()) {
    if (!rows.take(block)) return false;
  }
  return true;
}

TEST(Frames, AreReadAsWritten) {
  EXPECT_TRUE(takes_all(some_rows()));
  const auto error = make_error(ErrorCode::limit, "a.b", {"一", "one"}, {"二", "two"}, "SD-2020/1");
  const auto again = read_failed(content_of(failed_frame(error)));
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(all_words(*again), all_words(error));
}

TEST(Frames, ATextThatIsNoUtf8OrRowsOutOfOrderAreRefused) {
  std::string wrong = some_rows();
  wrong.at(wrong.find("甲")) = '\xFF';
  EXPECT_FALSE(takes_all(wrong));
  FrameRows rows;
  RowBlock block;
  ASSERT_TRUE(rows.begin(some_rows()));
  while (!rows.empty()) ASSERT_TRUE(rows.take(block));
  ASSERT_TRUE(rows.begin(some_rows()));  // the same numbers once more
  EXPECT_FALSE(rows.take(block));
}

RC_GTEST_PROP(Frames, DamagedOnesDoNoHarm, ()) {
  std::string content = some_rows();
  for (const auto& [at, byte] : *rc::gen::container<std::vector<std::pair<std::uint16_t, char>>>(
           rc::gen::arbitrary<std::pair<std::uint16_t, char>>()))
    content[at % content.size()] = byte;
  content.resize(*rc::gen::inRange<std::size_t>(0, content.size() + 1));
  (void)takes_all(content);
  (void)read_opened(content);
  (void)read_failed(content);
}

}  // namespace
}  // namespace credence::app
