#pragma once

#include <map>
#include <string>

/// Reads "key = value" lines; false at the first that is none.
bool parseConfig(const std::string &text, std::map<std::string, std::string> &out);

/// How many texts were refused since the process started, and the last reason.
unsigned refusedConfigs(std::string &reason);
