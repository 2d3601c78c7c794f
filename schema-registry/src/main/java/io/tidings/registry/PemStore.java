package io.tidings.registry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/** Certificates and keys as text, in a file or in the settings themselves, as Kafka's clients take them (KIP-651). */
final class PemStore {

    /** Guards the key in memory, where nobody else is. */
    static final char[] PASSWORD = new char[0];

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

    private PemStore() {}

    static KeyStore load(TlsSettings.Store store, @Nullable Secret keyPassword) {
        boolean keys = store.name().equals("keystore");
        Secret inline = store.key();
        String text = keys
                ? (store.certificates() == null ? "" : store.certificates()) + "\n"
                        + (inline == null ? "" : inline.value())
                : String.valueOf(store.certificates());
        String setting = keys ? RegistrySettings.SSL_KEYSTORE_KEY : RegistrySettings.SSL_TRUSTSTORE_CERTIFICATES;
        Path file = store.location();
        if (file != null) {
            setting = store.setting("location");
            text = read(file, setting);
        }
        try {
            KeyStore made = KeyStore.getInstance("PKCS12");
            made.load(null, null);
            List<Certificate> certificates = certificates(text);
            if (certificates.isEmpty()) {
                throw TlsContext.wrong(
                        keys && file == null ? RegistrySettings.SSL_KEYSTORE_CERTIFICATE_CHAIN : setting,
                        "holds no certificate (-----BEGIN CERTIFICATE-----)",
                        null);
            }
            if (keys) {
                Key key = key(text, keyPassword, setting);
                made.setKeyEntry("key", key, PASSWORD, certificates.toArray(Certificate[]::new));
            } else {
                for (Certificate certificate : certificates) {
                    made.setCertificateEntry("trusted-" + made.size(), certificate);
                }
            }
            return made;
        } catch (IOException | GeneralSecurityException e) {
            throw TlsContext.wrong(setting, "holds what cannot be used: " + e.getMessage(), e);
        }
    }

    private static String read(Path file, String setting) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw TlsContext.wrong(setting, "names a file that cannot be read: " + file, e);
        }
    }

    private static List<Certificate> certificates(String text) throws GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<Certificate> certificates = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            if (block.group(1).endsWith("CERTIFICATE")) {
                certificates.add(factory.generateCertificate(new ByteArrayInputStream(decode(block.group(2)))));
            }
        }
        return certificates;
    }

    private static Key key(String text, @Nullable Secret password, String setting)
            throws IOException, GeneralSecurityException {
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            if (block.group(1).equals("PRIVATE KEY")) {
                return key(new PKCS8EncodedKeySpec(decode(block.group(2))), setting);
            }
            if (block.group(1).equals("ENCRYPTED PRIVATE KEY")) {
                return key(decrypt(decode(block.group(2)), password), setting);
            }
            if (block.group(1).endsWith("PRIVATE KEY")) {
                throw TlsContext.wrong(
                        setting,
                        "holds a key as " + block.group(1) + "; PKCS 8 is needed (openssl pkcs8 -topk8)",
                        null);
            }
        }
        throw TlsContext.wrong(setting, "holds no key (-----BEGIN PRIVATE KEY-----)", null);
    }

    private static PKCS8EncodedKeySpec decrypt(byte[] encrypted, @Nullable Secret password) throws IOException {
        EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(encrypted);
        char[] characters = password == null ? PASSWORD : password.value().toCharArray();
        try {
            // For PBES2 the name alone says too little: the parameters say which.
            String algorithm =
                    info.getAlgName().equals("PBES2") ? String.valueOf(info.getAlgParameters()) : info.getAlgName();
            Key unlock = SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(characters));
            Cipher cipher = Cipher.getInstance(algorithm);
            cipher.init(Cipher.DECRYPT_MODE, unlock, info.getAlgParameters());
            return info.getKeySpec(cipher);
        } catch (GeneralSecurityException e) {
            throw TlsContext.wrong(
                    RegistrySettings.SSL_KEY_PASSWORD,
                    password == null ? "is missing: the key is encrypted" : "does not unlock the key",
                    e);
        }
    }

    /** The encoding does not say which kind of key it is in a way that Java tells. */
    private static Key key(PKCS8EncodedKeySpec encoded, String setting) throws GeneralSecurityException {
        for (String algorithm : new String[] {"RSA", "EC", "EdDSA", "DSA"}) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
            } catch (InvalidKeySpecException e) {
                // The next one may know it.
            }
        }
        throw TlsContext.wrong(setting, "holds a key that is neither RSA, EC, EdDSA nor DSA", null);
    }

    private static byte[] decode(String text) throws GeneralSecurityException {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("this is not Base64", e);
        }
    }
}
