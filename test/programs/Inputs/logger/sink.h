#pragma once

#include "sync.h"

#include <cstdio>
#include <string>
#include <vector>

/// Where lines go. One sink may be shared by several loggers.
class Sink {
public:
  virtual ~Sink() = default;
  virtual void write(const std::string &line) = 0;
  virtual void flush() {}
};

class FileSink : public Sink {
public:
  explicit FileSink(std::FILE *file) : file_(file) {}
  void write(const std::string &line) override;
  void flush() override;

private:
  sys::Mutex mu_;
  std::FILE *file_;
  unsigned long bytes_ = 0;
};

/// Keeps the last lines in memory, for crash reports.
class RingSink : public Sink {
public:
  explicit RingSink(std::size_t lines) : lines_(lines) {}
  void write(const std::string &line) override;
  std::vector<std::string> snapshot();

private:
  void lock() { mu_.lock(); }
  void unlock() { mu_.unlock(); }

  sys::Mutex mu_;
  std::vector<std::string> lines_;
  std::size_t next_ = 0;
};
