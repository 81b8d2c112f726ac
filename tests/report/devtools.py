"""Chromium without a window, driven over a pipe by its DevTools protocol: keys, media, sizes and paper, as a person meets them."""
import base64
import json
import os
import shutil
import subprocess
import tempfile

NAMES = ("chromium", "chromium-browser", "google-chrome")


class Failure(Exception):
    pass


def program():
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        raise Failure("Chromium was not found on the PATH; install the package chromium")
    return found


class Browser:
    """One page of one browser. `requests` and `console` gather what the page asks for and says."""

    def __init__(self):
        self.requests, self.console, self.events = [], [], []
        self._next = 0
        self._profile = tempfile.mkdtemp(prefix="chromium-")
        self._open_pipes()
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        self._session = None
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log", "Accessibility"):
            self.call(f"{domain}.enable")
        self.call("Network.emulateNetworkConditions", offline=True, latency=0, downloadThroughput=-1, uploadThroughput=-1)

    def _open_pipes(self):
        child_reads, self._to = os.pipe()
        from_, child_writes = os.pipe()

        def place():  # the protocol's pipes are descriptors 3 and 4
            reads, writes = os.dup(child_reads), os.dup(child_writes)
            os.dup2(reads, 3)
            os.dup2(writes, 4)

        self._process = subprocess.Popen(
            [program(), "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--proxy-server=127.0.0.1:9",
             f"--user-data-dir={self._profile}", "--remote-debugging-pipe", "about:blank"],
            preexec_fn=place, close_fds=False, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(child_reads)
        os.close(child_writes)
        self._from = os.fdopen(from_, "rb", buffering=0)
        self._rest = b""

    def close(self):
        try:
            self._send({"id": 0, "method": "Browser.close"})
            self._process.wait(timeout=10)
        except (OSError, subprocess.TimeoutExpired):
            self._process.kill()
            self._process.wait()
        os.close(self._to)
        self._from.close()
        shutil.rmtree(self._profile, ignore_errors=True)

    def _send(self, message):
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self._to, data):]

    def _receive(self):
        while b"\0" not in self._rest:
            chunk = os.read(self._from.fileno(), 1 << 20)
            if not chunk:
                raise Failure("Chromium has ended")
            self._rest += chunk
        text, self._rest = self._rest.split(b"\0", 1)
        return json.loads(text)

    def _note(self, event):
        self.events.append(event["method"])
        parameters = event.get("params", {})
        if event["method"] == "Network.requestWillBeSent":
            self.requests.append(parameters["request"]["url"])
        if event["method"] == "Runtime.consoleAPICalled":
            self.console.append(" ".join(str(a.get("value", a.get("description"))) for a in parameters["args"]))
        if event["method"] == "Runtime.exceptionThrown":
            self.console.append(parameters["exceptionDetails"]["text"])
        if event["method"] == "Log.entryAdded":
            self.console.append(parameters["entry"]["text"])

    def _call(self, method, **parameters):
        self._next += 1
        message = {"id": self._next, "method": method, "params": parameters}
        if getattr(self, "_session", None):
            message["sessionId"] = self._session
        self._send(message)
        while True:
            answer = self._receive()
            if "method" in answer:
                self._note(answer)
            elif answer.get("id") == self._next:
                if "error" in answer:
                    raise Failure(f"{method}: {answer['error']['message']}")
                return answer["result"]

    call = _call

    def size(self, width, height=900):
        """A window of this size, in CSS pixels; a phone's if it is narrow."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 500)

    def media(self, colours="light", kind=""):
        self.call("Emulation.setEmulatedMedia", media=kind, features=[{"name": "prefers-color-scheme", "value": colours}])

    def scripts(self, run):
        self.call("Emulation.setScriptExecutionDisabled", value=not run)

    def open(self, address):
        self.events = []
        self.call("Page.navigate", url=address)
        while "Page.loadEventFired" not in self.events:
            event = self._receive()
            if "method" in event:
                self._note(event)

    def run(self, script):
        """The value of an expression, which may be a promise."""
        answer = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise Failure(answer["exceptionDetails"].get("exception", {}).get("description", "the script failed"))
        return answer["result"].get("value")

    def press(self, key, shift=False):
        """Tab, Enter, Space, or a letter, as the keyboard sends it."""
        codes = {"Tab": (9, ""), "Enter": (13, "\r"), "Space": (32, " ")}
        code, text = codes.get(key, (ord(key[0].upper()), key))
        common = {"key": " " if key == "Space" else key, "code": key, "windowsVirtualKeyCode": code, "modifiers": 8 if shift else 0}
        self.call("Input.dispatchKeyEvent", type="keyDown", **common, **({"text": text} if text else {}))
        self.call("Input.dispatchKeyEvent", type="keyUp", **common)

    def screenshot(self, file, whole=False):
        data = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=whole)["data"]
        with open(file, "wb") as out:
            out.write(base64.b64decode(data))

    def paper(self):
        """The page as PDF, on A4 as its style sheet says."""
        return base64.b64decode(self.call("Page.printToPDF", preferCSSPageSize=True)["data"])
