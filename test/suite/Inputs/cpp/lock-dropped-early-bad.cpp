// The guard's scope ends one statement too early: the journal's length is
// changed unlocked.
#include <mutex>
#include <string>
#include <thread>

static std::mutex journalLock;
static std::string journal;
static size_t longest = 0;

static size_t append(const std::string &line) {
  size_t length;
  {
    std::lock_guard<std::mutex> hold(journalLock);
    journal += line;
    length = journal.size();
  }
  if (line.size() > longest) // RACE
    longest = line.size();   // RACE
  return length;
}

int main() {
  std::thread a([] {
    for (int i = 1; i < 40; ++i)
      append(std::string(i, 'a'));
  });
  for (int i = 1; i < 40; ++i)
    append(std::string(i, 'b'));
  a.join();
  return longest == 39 ? 0 : 1;
}
