// The lambda run under the monitor's lock returns a copy of what the caller
// needs.
#include <mutex>
#include <thread>
#include <vector>

template <class T> class Monitor {
public:
  template <class F> auto with(F f) {
    std::lock_guard<std::mutex> hold(lock);
    return f(value);
  }

private:
  std::mutex lock;
  T value{};
};

static Monitor<std::vector<int>> scores;

static void play(int seed) {
  for (int i = 0; i < 100; ++i)
    scores.with([&](std::vector<int> &list) { list.push_back(seed * i); });
}

int main() {
  std::thread a(play, 1), b(play, 2);
  size_t soFar = scores.with([](std::vector<int> &l) { return l.size(); });
  a.join();
  b.join();
  return soFar <= 200 ? 0 : 1;
}
