#include "stages.h"

#include "stats.h"

#include <cstdlib>

Pipeline::Pipeline(unsigned checkers) : checkersLeft_(checkers) {
  threads_.emplace_back(&Pipeline::parse, this);
  for (unsigned i = 0; i < checkers; ++i)
    threads_.emplace_back(&Pipeline::check, this);
  threads_.emplace_back(&Pipeline::fold, this);
}

Pipeline::~Pipeline() {
  lines_.close();
  joinAll();
}

double Pipeline::finish() {
  lines_.close();
  joinAll();
  std::lock_guard<std::mutex> lock(resultMu_);
  return seen_ ? sum_ / seen_ : 0;
}

void Pipeline::joinAll() {
  for (std::thread &thread : threads_)
    if (thread.joinable())
      thread.join();
}

void Pipeline::parse() {
  while (auto line = lines_.pop()) {
    auto colon = line->find(':');
    if (colon == std::string::npos) {
      stats::fail(*line);
      continue;
    }
    stats::count("parsed");
    parsed_.push({line->substr(0, colon),
                  std::strtod(line->c_str() + colon + 1, nullptr)});
  }
  parsed_.close();
}

void Pipeline::check() {
  while (auto reading = parsed_.pop()) {
    if (reading->value < -100 || reading->value > 100) {
      stats::fail(reading->sensor);
      continue;
    }
    checked_.push(std::move(*reading));
  }
  bool last;
  {
    std::lock_guard<std::mutex> lock(checkersMu_);
    last = --checkersLeft_ == 0;
  }
  if (last)
    checked_.close();
}

void Pipeline::fold() {
  while (auto reading = checked_.pop()) {
    std::lock_guard<std::mutex> lock(resultMu_);
    sum_ += reading->value;
    ++seen_;
    stats::count(reading->sensor);
  }
}
