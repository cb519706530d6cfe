// The shutdown method touches the queue after unlocking it for the
// notification.
#include <condition_variable>
#include <mutex>
#include <queue>

class Outbox {
public:
  ~Outbox() {
    while (!letters.empty())
      letters.pop();
  }
  bool post(int letter) {
    std::lock_guard<std::mutex> hold(lock);
    if (closed) // RACE
      return false;
    letters.push(letter);
    arrived.notify_one();
    return true;
  }
  bool collect(int *letter) {
    std::unique_lock<std::mutex> hold(lock);
    while (letters.empty() && !closed) // RACE
      arrived.wait(hold);
    if (letters.empty())
      return false;
    *letter = letters.front();
    letters.pop();
    return true;
  }
  void close() {
    std::unique_lock<std::mutex> hold(lock);
    hold.unlock();
    closed = true; // RACE
    arrived.notify_all();
  }

private:
  std::mutex lock;
  std::condition_variable arrived;
  std::queue<int> letters;
  bool closed = false;
};
