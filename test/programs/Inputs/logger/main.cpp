#include "logger.h"

int main() {
  auto ring = std::make_shared<RingSink>(8);
  Logger logger;
  logger.addSink(std::make_shared<FileSink>(stdout));
  logger.addSink(ring);

  std::vector<std::thread> writers;
  for (int n = 0; n < 3; ++n)
    writers.emplace_back([&logger, n] {
      for (int i = 0; i < 40; ++i)
        logger.log(i % 4 ? Level::Info : Level::Debug,
                   "writer " + std::to_string(n) + " line " +
                       std::to_string(i));
    });
  std::thread tuner([] {
    setThreshold(Level::Debug);
    if (threshold() == Level::Debug)
      setThreshold(Level::Info);
  });
  for (std::thread &writer : writers)
    writer.join();
  tuner.join();
  logger.flush();
  Logger::Status status = logger.status();
  std::printf("%zu lines kept, %u dropped by %zu sinks\n",
              ring->snapshot().size(), status.dropped, status.sinks);
}
