// A function formats into a static local buffer and is called by two threads.
#include <cstdio>
#include <string>
#include <thread>

static const char *hex(unsigned value) {
  static char text[16];
  int at = 15;
  text[at] = 0; // RACE
  do {
    text[--at] = "0123456789abcdef"[value & 15]; // RACE
    value >>= 4;
  } while (value);
  return text + at;
}

static void name(unsigned from, std::string *out) {
  for (unsigned i = from; i < from + 64; ++i)
    *out += hex(i); // RACE
}

int main() {
  std::string low, high;
  std::thread worker(name, 0x10, &low);
  name(0x1000, &high);
  worker.join();
  std::printf("%zu\n", low.size() + high.size());
}
