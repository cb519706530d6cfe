// The wrapper's unsafe() accessor bypasses the lock that its arrow takes.
#include <deque>
#include <mutex>
#include <thread>

template <class T> class Synchronized {
public:
  class Proxy {
  public:
    explicit Proxy(Synchronized &s) : hold(s.lock), target(&s.value) {}
    T *operator->() { return target; }

  private:
    std::unique_lock<std::mutex> hold;
    T *target;
  };
  Proxy operator->() { return Proxy(*this); }
  T &unsafe() { return value; }

private:
  std::mutex lock;
  T value;
};

int main() {
  Synchronized<std::deque<int>> history;
  std::thread editor([&] {
    for (int i = 0; i < 200; ++i)
      history->push_back(i); // RACE
  });
  size_t longest = 0;
  for (int i = 0; i < 200; ++i) {
    size_t length = history.unsafe().size(); // RACE
    longest = length > longest ? length : longest;
  }
  editor.join();
  return history.unsafe().size() >= longest ? 0 : 1;
}
