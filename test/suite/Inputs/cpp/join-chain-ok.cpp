// Main joins the second thread, which joins the first: both are over when main
// reads.
#include <thread>
#include <utility>

static int fetched = 0;
static int parsed = 0;

static void fetch() { fetched = 17; }

static void parse(std::thread fetcher) {
  fetcher.join();
  parsed = fetched + 1;
}

int main() {
  std::thread fetcher(fetch);
  std::thread parser(parse, std::move(fetcher));
  parser.join();
  return fetched + parsed == 35 ? 0 : 1;
}
