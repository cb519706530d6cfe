// The worker fills in the report completely and fulfils the promise last.
#include <future>
#include <string>
#include <thread>

struct Report {
  int errors = 0;
  std::string summary;
};

static void analyse(Report *report, std::promise<void> done) {
  report->errors = 3;
  report->summary = "three errors were found in the input";
  done.set_value();
}

int main() {
  Report report;
  std::promise<void> done;
  std::future<void> finished = done.get_future();
  std::thread worker(analyse, &report, std::move(done));
  finished.wait();
  size_t length = report.summary.size();
  worker.join();
  return report.errors == 3 && length < 100 ? 0 : 1;
}
