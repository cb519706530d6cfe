// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Where one reader only takes the lock, for what else it does, or another
// function reads without it too, the lock need not be for this.
#include <mutex>
#include <queue>

class Mailbox {
public:
  bool put(int letter) {
    std::lock_guard<std::mutex> hold(lock);
    if (letters.size() >= most)
      return false;
    letters.push(letter);
    return true;
  }
  bool late(int day) {
    std::lock_guard<std::mutex> hold(lock);
    return letters.empty() && day > deadline;
  }
  bool soon(int day) {
    std::lock_guard<std::mutex> hold(lock);
    return letters.empty() && day + 1 > deadline;
  }
  bool over(int day) const { return day > deadline + 1; }
  void limit(unsigned n) { most = n; }
  void until(int day) { deadline = day; }

private:
  std::mutex lock;
  std::queue<int> letters;
  unsigned most = 10;
  int deadline = 0;
};
