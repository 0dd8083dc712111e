"""TLS on the gateway's own port: WebSockets and HTTP, and certificates that change."""

from __future__ import annotations

import asyncio
import datetime
import ssl
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from websockets.asyncio.client import connect
from websockets.typing import Subprotocol

from gateway.limits.settings import LimitSettings
from gateway.limits.tls import BadCertificate, TlsSettings
from gateway.server import Gateway
from gateway.settings import GatewaySettings
from schemas import wire_v2_pb2 as pb
from tests.integration.gateways_v2 import hello
from tests.integration.pasts import opened


def certificate(folder: Path, name: str) -> TlsSettings:
    """A certificate for this machine, signed by itself, whose subject is ``name``."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    cert_file, key_file = folder / "cert.pem", folder / "key.pem"
    cert_file.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    key_file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return TlsSettings(str(cert_file), str(key_file))


def trust(tls: TlsSettings) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=tls.cert)


async def said(port: int, sent: bytes, secured: ssl.SSLContext | None) -> bytes:
    """What the gateway says until it closes the connection."""
    name = "localhost" if secured else None
    reader, writer = await asyncio.open_connection(
        "127.0.0.1", port, ssl=secured, server_hostname=name
    )
    writer.write(sent)
    try:
        async with asyncio.timeout(30):
            return await reader.read()
    finally:
        writer.close()


GET = b"GET /openapi.json HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"


async def test_one_port_speaks_both_over_tls_and_takes_a_new_certificate(
    redis_url: str, tmp_path: Path
) -> None:
    tls = certificate(tmp_path, "first")
    first = trust(tls)
    async with opened(redis_url, tmp_path) as (shards, history):
        settings = GatewaySettings(port=0, tls=tls, limits=LimitSettings(hello_s=0.5))
        gateway = Gateway(shards, history.artifacts, settings)
        port = await gateway.start()
        try:
            await _speaks(port, first)
            assert await said(port, GET, None) == b""  # in the clear: closed, after hello_s
            assert urlsplit(f"wss://localhost:{port}/").port == port
            second = trust(certificate(tmp_path, "second"))
            gateway.reload()
            await _speaks(port, second)
            with pytest.raises(ssl.SSLCertVerificationError):
                await said(port, GET, first)
            Path(tls.cert).write_text("half a certificate")
            with pytest.raises(BadCertificate):
                gateway.reload()
            await _speaks(port, second)
        finally:
            await gateway.stop()


async def _speaks(port: int, trusted: ssl.SSLContext) -> None:
    assert (await said(port, GET, trusted)).startswith(b"HTTP/1.1 200")
    protocol = Subprotocol("scenestream.v2")
    url = f"wss://localhost:{port}/"
    async with connect(url, ssl=trusted, subprotocols=[protocol]) as socket:
        await socket.send(hello())
        frame = pb.ServerFrame.FromString(await socket.recv(decode=False))
        assert frame.WhichOneof("event") == "welcome"


async def test_a_key_with_a_password_is_not_asked_for(tmp_path: Path) -> None:
    tls = certificate(tmp_path, "mine")
    key = serialization.load_pem_private_key(Path(tls.key).read_bytes(), None)
    locked = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(b"secret"),
    )
    Path(tls.key).write_bytes(locked)
    with pytest.raises(BadCertificate, match="password"):
        tls.context()
