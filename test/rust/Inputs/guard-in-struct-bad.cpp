// A class with a guard in it moves to a thread.
#include "rust.h"
#include <thread>
#include <vector>

struct Session {
  int user;
  rust::Mutex<std::vector<int>>::Guard log;
  void close() { log->push_back(user); }
};

int main() {
  rust::Mutex<std::vector<int>> log;
  {
    Session session{1, log.lock()};
    std::jthread worker( // ERROR
        [session = std::move(session)]() mutable { session.close(); });
  }
}
