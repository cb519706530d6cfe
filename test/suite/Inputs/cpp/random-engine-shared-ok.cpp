// Each thread has a random engine of its own in a thread_local static.
#include <random>
#include <thread>

static int roll() {
  thread_local std::mt19937 engine(42);
  std::uniform_int_distribution<int> die(1, 6);
  return die(engine);
}

static void play(int *sum) {
  for (int i = 0; i < 100; ++i)
    *sum += roll();
}

int main() {
  int first = 0, second = 0;
  std::thread a(play, &first), b(play, &second);
  a.join();
  b.join();
  return first >= 100 && second >= 100 ? 0 : 1;
}
