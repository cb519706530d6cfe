// The worker fulfils the promise first and goes on filling in the report
// afterwards.
#include <future>
#include <string>
#include <thread>

struct Report {
  int errors = 0;
  std::string summary;
};

static void analyse(Report *report, std::promise<void> done) {
  report->errors = 3;
  done.set_value();
  report->summary = "three errors were found in the input"; // RACE
}

int main() {
  Report report;
  std::promise<void> done;
  std::future<void> finished = done.get_future();
  std::thread worker(analyse, &report, std::move(done));
  finished.wait();
  size_t length = report.summary.size(); // RACE
  worker.join();
  return report.errors == 3 && length < 100 ? 0 : 1;
}
