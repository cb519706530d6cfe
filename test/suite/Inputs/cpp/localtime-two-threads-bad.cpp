// localtime() hands both threads the same static struct.
#include <ctime>
#include <thread>

static int hourOf(std::time_t when) {
  const std::tm *parts = std::localtime(&when); // RACE
  return parts->tm_hour;                        // RACE
}

static void tally(std::time_t from, int *hours) {
  for (int i = 0; i < 100; ++i)
    *hours += hourOf(from + i * 60);
}

int main() {
  int past = 0, future = 0;
  std::thread a(tally, 1000000, &past);
  std::thread b(tally, 2000000000, &future);
  a.join();
  b.join();
  return past >= 0 && future >= 0 ? 0 : 1;
}
