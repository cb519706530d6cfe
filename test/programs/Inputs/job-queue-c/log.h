#ifndef LOG_H
#define LOG_H

/* One line to the log. */
void log_line(const char *text, int number);

/* How many lines, and the number of the last one. */
unsigned long log_lines(int *last);

int log_last(void);

#endif
