// The telemetry record is copied with memcpy under the lock that its updates
// hold.
#include <cstring>
#include <mutex>
#include <thread>

struct Telemetry {
  double speed;
  double height;
  int samples;
};

static Telemetry live;
static std::mutex lock;

static void update(double speed, double height) {
  std::lock_guard<std::mutex> hold(lock);
  live.speed = speed;
  live.height = height;
  ++live.samples;
}

static void copyTo(Telemetry *out) {
  std::lock_guard<std::mutex> hold(lock);
  std::memcpy(out, &live, sizeof live);
}

int main() {
  std::thread sensor([] {
    for (int i = 0; i < 500; ++i)
      update(i, 2 * i);
  });
  Telemetry copy{};
  for (int i = 0; i < 100; ++i)
    copyTo(&copy);
  sensor.join();
  return copy.samples <= 500 ? 0 : 1;
}
