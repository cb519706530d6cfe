// Main joins the second thread, which has detached the first instead of joining
// it.
#include <thread>
#include <utility>

static int fetched = 0;
static int parsed = 0;

static void fetch() { fetched = 17; } // RACE

static void parse(std::thread fetcher) {
  fetcher.detach();
  parsed = 1;
}

int main() {
  std::thread fetcher(fetch);
  std::thread parser(parse, std::move(fetcher));
  parser.join();
  return fetched + parsed == 35 ? 0 : 1; // RACE
}
