// The telemetry record is copied with memcpy while the other thread updates its
// fields.
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
  live.speed = speed;   // RACE
  live.height = height; // RACE
  ++live.samples;       // RACE
}

static void copyTo(Telemetry *out) {
  std::memcpy(out, &live, sizeof live); // RACE
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
