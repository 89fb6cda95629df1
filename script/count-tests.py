"""Adds up JUnit reports: prints "PASSED FAILED". A skipped test counts as failed, since it proves nothing."""
import sys
import xml.etree.ElementTree as tree

passed = failed = 0
for name in sys.argv[1:]:
    for suite in tree.parse(name).getroot().iter("testsuite"):
        cases = list(suite.findall("testcase"))
        bad = sum(1 for case in cases if any(case.find(kind) is not None for kind in ("failure", "error", "skipped")))
        failed += bad
        passed += len(cases) - bad
print(passed, failed)
