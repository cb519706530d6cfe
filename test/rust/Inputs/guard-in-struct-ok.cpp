// A class moves to a thread and locks there.
#include "rust.h"
#include <thread>
#include <vector>

struct Session {
  int user;
  rust::Mutex<std::vector<int>> &log;
  void close() {
    rust::Mutex<std::vector<int>>::Guard guard = log.lock();
    guard->push_back(user);
  }
};

int main() {
  rust::Mutex<std::vector<int>> log;
  {
    Session session{1, log};
    std::jthread worker([session]() mutable { session.close(); });
  }
}
