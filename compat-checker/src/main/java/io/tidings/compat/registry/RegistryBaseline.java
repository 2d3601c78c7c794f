package io.tidings.compat.registry;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.compat.baseline.BaseDocument;
import io.tidings.compat.baseline.Baseline;
import io.tidings.compat.baseline.BaselineException;
import io.tidings.compat.baseline.Earlier;
import io.tidings.compat.baseline.Earlier.Kind;
import io.tidings.registry.RegistryException;
import io.tidings.registry.SchemaRegistry;
import io.tidings.sync.RegistryAccess;
import io.tidings.sync.plan.PlanSettings;
import io.tidings.sync.plan.PlannedSchema;
import io.tidings.sync.plan.RegistrationPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The schemas of a document's messages as a registry holds them, all versions of each subject. Subjects are named as {@code
 * tidings register} names them. A registry knows no versions of documents, so nothing can be said of the step of {@code
 * info.version}.
 */
public final class RegistryBaseline implements Baseline {

    private static final String SCHEME = "registry:";

    private final String source;
    private final RegistryAccess access;
    private final boolean compared;

    private RegistryBaseline(String source, RegistryAccess access, boolean compared) {
        this.source = source;
        this.access = access;
        this.compared = compared;
    }

    /**
     * What {@code registry:URL} names; without a URL, the registry that is known.
     *
     * @param known how registries are reached here: credentials, trust stores, time-outs
     * @throws BaselineException where no registry is named, or credentials stand in the URL
     */
    public static Baseline parse(String text, RegistryAccess known) {
        String url = text.substring(SCHEME.length());
        return new RegistryBaseline(text, reach(text, url, known), true);
    }

    /**
     * A registry that is only asked what it would refuse, beside other bases.
     *
     * @throws BaselineException as {@link #parse}
     */
    public static Baseline asked(RegistryAccess known) {
        return new RegistryBaseline(SCHEME, reach("the registry", "", known), false);
    }

    private static RegistryAccess reach(String text, String url, RegistryAccess known) {
        RegistryAccess access;
        try {
            access = url.isEmpty() ? known : known.at(url);
        } catch (IllegalArgumentException e) {
            throw new BaselineException("the base " + SCHEME + "… cannot be used: " + e.getMessage(), e);
        }
        if (!access.complete()) {
            throw new BaselineException("the base " + text + " names no registry: write registry:URL, or set "
                    + RegistryAccess.ENVIRONMENT + "URL");
        }
        return access;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public Earlier read(AsyncApiDocument head) {
        try (SchemaRegistry registry = SchemaRegistry.connect(access.settings())) {
            PlanSettings settings = access.strategies(PlanSettings.DEFAULT);
            List<String> notes = new ArrayList<>();
            List<BaseDocument> documents = compared ? documents(head, registry, settings, notes) : List.of();
            Objections objections = new Objections(head, registry);
            RegistrationPlan.of(List.of(head), settings).schemas().forEach(objections::ask);
            notes.addAll(objections.notes());
            return Earlier.of(documents, Kind.SCHEMAS, notes, objections.list());
        } catch (RegistryException | IllegalArgumentException e) {
            throw new BaselineException("the base " + source + " cannot be read: " + e.getMessage(), e);
        }
    }

    private List<BaseDocument> documents(
            AsyncApiDocument head, SchemaRegistry registry, PlanSettings settings, List<String> notes) {
        RegistrationPlan plan = RegistrationPlan.ofMessages(head, settings);
        plan.remarks()
                .forEach(remark -> notes.add(
                        "not compared with the registry: " + remark.diagnostic().location() + ": "
                                + remark.diagnostic().message()));
        HeldVersions held = new HeldVersions(source, registry);
        Map<String, List<PlannedSchema>> bySubject = new LinkedHashMap<>();
        plan.schemas()
                .forEach(planned -> bySubject
                        .computeIfAbsent(planned.subject(), subject -> new ArrayList<>())
                        .add(planned));
        bySubject.values().forEach(held::fetch);
        notes.addAll(held.notes());
        List<BaseDocument> documents = held.documents(head);
        if (documents.isEmpty()) {
            notes.add("first version: the registry has none of its " + bySubject.size() + " subjects");
        }
        return documents;
    }
}
