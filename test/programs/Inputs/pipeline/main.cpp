#include "stages.h"
#include "stats.h"

#include <cstdio>

int main() {
  Pipeline pipeline(3);
  std::thread reporter([] {
    for (int i = 0; i < 5; ++i)
      std::printf("%s%ld parsed\n", stats::table().c_str(),
                  stats::value("parsed"));
    stats::reset();
  });
  for (int i = 0; i < 400; ++i) {
    std::string sensor = i % 3 ? "roof" : "cellar";
    pipeline.feed(i % 50 == 7 ? sensor
                              : sensor + ":" + std::to_string(i % 130));
  }
  double mean = pipeline.finish();
  reporter.join();
  std::printf("mean %.2f of %ld parsed, %ld failed\n", mean,
              stats::value("parsed"), stats::value("failed"));
}
