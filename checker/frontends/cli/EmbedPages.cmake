# Writes OUTPUT, a C++ source with the text of each of FILES (docs/rules/*.md).
# The text is cut into pieces because compilers limit one string literal, and
# read as hexadecimal because CMake's strings give ';' and '[' a meaning.
set(piece 8000) # Of the hexadecimal text.
set(source "// Generated from docs/rules; do not edit.\n#include \"frontends/cli/RulePages.h\"\n\nnamespace fearless::cli {\n")
set(table "")
set(number 0)
foreach(file IN LISTS FILES)
  get_filename_component(name ${file} NAME_WE)
  file(READ ${file} text HEX)
  string(LENGTH "${text}" length)
  string(APPEND source "\nstatic const llvm::StringLiteral Text${number}[] = {\n")
  set(at 0)
  while(at LESS length)
    string(SUBSTRING "${text}" ${at} ${piece} part)
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" part "${part}")
    string(APPEND source "    \"${part}\",\n")
    math(EXPR at "${at} + ${piece}")
  endwhile()
  string(APPEND source "};\n")
  string(APPEND table "    {\"${name}\", Text${number}},\n")
  math(EXPR number "${number} + 1")
endforeach()
string(APPEND source "\nstatic const RulePage Table[] = {\n${table}};\n
llvm::ArrayRef<RulePage> rulePages() { return Table; }\n
} // namespace fearless::cli\n")
file(WRITE ${OUTPUT} "${source}")
