// The shutdown method is done with the queue when it unlocks; the destructor
// has the object for itself.
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
    if (closed)
      return false;
    letters.push(letter);
    arrived.notify_one();
    return true;
  }
  bool collect(int *letter) {
    std::unique_lock<std::mutex> hold(lock);
    while (letters.empty() && !closed)
      arrived.wait(hold);
    if (letters.empty())
      return false;
    *letter = letters.front();
    letters.pop();
    return true;
  }
  void close() {
    std::unique_lock<std::mutex> hold(lock);
    closed = true;
    hold.unlock();
    arrived.notify_all();
  }

private:
  std::mutex lock;
  std::condition_variable arrived;
  std::queue<int> letters;
  bool closed = false;
};
