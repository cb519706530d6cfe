// The lambda run under the monitor's lock lets a pointer to the guarded value
// out.
#include <mutex>
#include <thread>
#include <vector>

template <class T> class Monitor {
public:
  template <class F> auto with(F f) {
    std::lock_guard<std::mutex> hold(lock);
    return f(value); // RACE
  }

private:
  std::mutex lock;
  T value{};
};

static Monitor<std::vector<int>> scores;

static void play(int seed) {
  for (int i = 0; i < 100; ++i)
    scores.with(
        [&](std::vector<int> &list) { list.push_back(seed * i); }); // RACE
}

int main() {
  std::thread a(play, 1), b(play, 2);
  std::vector<int> *list = scores.with([](std::vector<int> &l) { return &l; });
  size_t soFar = list->size(); // RACE
  a.join();
  b.join();
  return soFar <= 200 ? 0 : 1;
}
