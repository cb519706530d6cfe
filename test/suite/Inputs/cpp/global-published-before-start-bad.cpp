// The thread is started first, and the global pointer it follows is set
// afterwards.
#include <cstdio>
#include <string>
#include <thread>

struct Options {
  std::string output;
  int verbosity;
};

static Options *options = nullptr;

static void run(size_t *length) {
  if (options)                        // RACE
    *length = options->output.size(); // RACE
}

int main(int argc, char **) {
  size_t length = 0;
  std::thread worker(run, &length);
  Options parsed{"/tmp/output", argc}; // RACE
  options = &parsed;                   // RACE
  worker.join();
  std::printf("%zu at level %d\n", length, parsed.verbosity);
}
