// A function formats into a thread_local buffer, so each thread has its own.
#include <cstdio>
#include <string>
#include <thread>

static const char *hex(unsigned value) {
  thread_local char text[16];
  int at = 15;
  text[at] = 0;
  do {
    text[--at] = "0123456789abcdef"[value & 15];
    value >>= 4;
  } while (value);
  return text + at;
}

static void name(unsigned from, std::string *out) {
  for (unsigned i = from; i < from + 64; ++i)
    *out += hex(i);
}

int main() {
  std::string low, high;
  std::thread worker(name, 0x10, &low);
  name(0x1000, &high);
  worker.join();
  std::printf("%zu\n", low.size() + high.size());
}
