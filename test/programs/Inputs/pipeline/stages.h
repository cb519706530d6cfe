#pragma once

#include "queue.h"

#include <string>
#include <thread>
#include <vector>

struct Reading {
  std::string sensor;
  double value;
};

/// Lines are parsed by one thread, checked by several, and folded by one.
class Pipeline {
public:
  explicit Pipeline(unsigned checkers);
  ~Pipeline();

  void feed(std::string line) { lines_.push(std::move(line)); }

  /// No more lines; waits for the stages and returns the mean of all readings.
  double finish();

private:
  void parse();
  void check();
  void fold();
  void joinAll();

  BoundedQueue<std::string> lines_{8};
  BoundedQueue<Reading> parsed_{8};
  BoundedQueue<Reading> checked_{8};
  std::mutex resultMu_;
  double sum_ = 0;
  unsigned seen_ = 0;
  std::mutex checkersMu_;
  unsigned checkersLeft_;
  std::vector<std::thread> threads_;
};
